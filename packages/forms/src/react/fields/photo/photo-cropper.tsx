import { Modal, Slider } from 'antd'
import { type KeyboardEvent, type PointerEvent, useRef, useState, type WheelEvent } from 'react'
import { CENTERED, type Crop, clampCrop, cutOut, MAX_ZOOM, PHOTO, scaledSize } from './crop.ts'

/** Width of the frame on the screen, px. */
const FRAME = 260
/** One press of an arrow key moves by this share of the frame. */
const STEP = 0.02

const ARROWS: Record<string, [number, number]> = {
  ArrowLeft: [-STEP, 0],
  ArrowRight: [STEP, 0],
  ArrowUp: [0, -STEP],
  ArrowDown: [0, STEP],
}

interface PhotoCropperProps {
  picture: HTMLImageElement
  saving: boolean
  onCut: (photo: Blob) => void
  onCancel: () => void
}

/** Cuts a 2-inch photo: drag or arrow keys move the picture behind the frame, wheel or slider enlarge it. */
export function PhotoCropper({ picture, saving, onCut, onCancel }: PhotoCropperProps) {
  const natural = { width: picture.naturalWidth, height: picture.naturalHeight }
  const [crop, setCrop] = useState<Crop>(CENTERED)
  const held = useRef<{ x: number; y: number }>()
  const size = scaledSize(natural, FRAME, crop.zoom)
  const change = (next: Partial<Crop>) => setCrop((old) => clampCrop(natural, { ...old, ...next }))
  const move = (x: number, y: number) => setCrop((old) => clampCrop(natural, { ...old, x: old.x + x, y: old.y + y }))

  function handlePointerMove(event: PointerEvent) {
    if (!held.current) return
    move((event.clientX - held.current.x) / FRAME, (event.clientY - held.current.y) / FRAME)
    held.current = { x: event.clientX, y: event.clientY }
  }

  function handleKeyDown(event: KeyboardEvent) {
    const arrow = ARROWS[event.key]
    if (!arrow) return
    event.preventDefault()
    move(...arrow)
  }

  return (
    <Modal
      open
      title="裁成2寸照片"
      okText="用这张"
      cancelText="取消"
      confirmLoading={saving}
      onOk={async () => onCut(await cutOut(picture, crop))}
      onCancel={onCancel}
      width={400}
    >
      <div
        className="zp-cropper"
        role="application"
        aria-label="照片取景框，用方向键移动照片"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys work on it
        tabIndex={0}
        style={{ width: FRAME, height: (FRAME * PHOTO.height) / PHOTO.width }}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId)
          held.current = { x: event.clientX, y: event.clientY }
        }}
        onPointerMove={handlePointerMove}
        onPointerUp={() => {
          held.current = undefined
        }}
        onWheel={(event: WheelEvent) => change({ zoom: crop.zoom * (event.deltaY < 0 ? 1.05 : 1 / 1.05) })}
        onKeyDown={handleKeyDown}
      >
        <img
          src={picture.src}
          alt=""
          draggable={false}
          style={{
            width: size.width,
            height: size.height,
            transform: `translate(calc(-50% + ${crop.x * FRAME}px), calc(-50% + ${crop.y * FRAME}px))`,
          }}
        />
      </div>
      <Slider
        min={1}
        max={MAX_ZOOM}
        step={0.05}
        value={crop.zoom}
        onChange={(zoom) => change({ zoom })}
        tooltip={{ open: false }}
        ariaLabelForHandle="放大"
      />
      <p className="zp-hint">拖动照片使头像居中；35×49 毫米，免冠、正面、浅色背景。</p>
    </Modal>
  )
}
