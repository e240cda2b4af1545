/**
 * The 2-inch photo of Chinese forms: 35 × 49 mm, here at 300 dpi. The frame on the screen has the same shape.
 * A crop is where the picture's centre lies relative to the frame's, and how much it is enlarged.
 */
export const PHOTO = { width: 413, height: 579 } as const

export interface Size {
  width: number
  height: number
}

export interface Crop {
  /** Shift of the picture's centre, in widths of the frame; positive is right, down. */
  x: number
  y: number
  /** 1 = the picture just covers the frame. */
  zoom: number
}

export const CENTERED: Crop = { x: 0, y: 0, zoom: 1 }
export const MAX_ZOOM = 4

/** Size of the picture when it covers a frame `frameWidth` wide, enlarged. */
export function scaledSize(picture: Size, frameWidth: number, zoom: number): Size {
  const frameHeight = (frameWidth * PHOTO.height) / PHOTO.width
  const scale = Math.max(frameWidth / picture.width, frameHeight / picture.height) * zoom
  return { width: picture.width * scale, height: picture.height * scale }
}

/** The crop nearest to the wished one that leaves no empty edge in the frame. */
export function clampCrop(picture: Size, { x, y, zoom }: Crop): Crop {
  const bounded = Math.min(Math.max(zoom, 1), MAX_ZOOM)
  const size = scaledSize(picture, 1, bounded)
  const roomX = Math.max(0, (size.width - 1) / 2)
  const roomY = Math.max(0, (size.height - PHOTO.height / PHOTO.width) / 2)
  return { x: between(x, roomX), y: between(y, roomY), zoom: bounded }
}

function between(value: number, room: number): number {
  return Math.min(Math.max(value, -room), room)
}

/** The part of a picture inside the frame, as a JPEG of 413 × 579. */
export function cutOut(picture: HTMLImageElement, crop: Crop): Promise<Blob> {
  const canvas = document.createElement('canvas')
  canvas.width = PHOTO.width
  canvas.height = PHOTO.height
  const context = canvas.getContext('2d')
  const size = scaledSize({ width: picture.naturalWidth, height: picture.naturalHeight }, PHOTO.width, crop.zoom)
  if (context) {
    context.fillStyle = '#fff'
    context.fillRect(0, 0, PHOTO.width, PHOTO.height)
    const left = (PHOTO.width - size.width) / 2 + crop.x * PHOTO.width
    const top = (PHOTO.height - size.height) / 2 + crop.y * PHOTO.width
    context.drawImage(picture, left, top, size.width, size.height)
  }
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('The browser made no JPEG'))), 'image/jpeg', 0.92)
  })
}
