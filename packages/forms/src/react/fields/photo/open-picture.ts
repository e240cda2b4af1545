import { fileSize } from '../file-size.ts'

const LIMIT_BYTES = 10 * 1024 * 1024
const TYPES = ['image/jpeg', 'image/png', 'image/webp']
const LEAST_WIDTH = 200

/** A picture that was opened, or why it cannot be taken. The caller revokes `url`. */
export type OpenedPicture = { picture: HTMLImageElement; url: string } | { refusal: string }

/** Opens a file as a picture and says in words what is wrong with it. */
export async function openPicture(file: File): Promise<OpenedPicture> {
  if (!TYPES.includes(file.type)) return { refusal: `“${file.name}”不是照片，请选 JPG 或 PNG 文件` }
  if (file.size > LIMIT_BYTES) return { refusal: `照片 ${fileSize(file.size)}，超过 10 MB，请压缩后再传` }
  const url = URL.createObjectURL(file)
  const picture = new Image()
  picture.src = url
  try {
    await picture.decode()
  } catch {
    URL.revokeObjectURL(url)
    return { refusal: `“${file.name}”打不开，可能不是照片或已损坏，请换一张` }
  }
  if (picture.naturalWidth < LEAST_WIDTH) {
    URL.revokeObjectURL(url)
    return {
      refusal: `照片只有 ${picture.naturalWidth}×${picture.naturalHeight} 像素，打印不清，请换一张宽 ${LEAST_WIDTH} 像素以上的`,
    }
  }
  return { picture, url }
}
