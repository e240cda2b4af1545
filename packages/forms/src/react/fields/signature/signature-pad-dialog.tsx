import { Button, Input, Modal } from 'antd'
import { useEffect, useId, useRef, useState } from 'react'
import SignaturePad from 'signature_pad'
import { typedSignature } from './typed-signature.ts'

/** Size of the pad, CSS px; the picture has as many device pixels as the screen. */
const PAD = { width: 440, height: 180 }

export interface SignatureDialogProps {
  title: string
  saving: boolean
  onSigned: (picture: Blob) => void
  onCancel: () => void
}

/** Signs by finger, pen or mouse; who cannot, types the name. */
export function SignaturePadDialog({ title, saving, onSigned, onCancel }: SignatureDialogProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const pad = useRef<SignaturePad>()
  const [empty, setEmpty] = useState(true)
  const [typed, setTyped] = useState('')
  const typedId = useId()

  useEffect(() => {
    const element = canvas.current
    if (!element) return
    const ratio = Math.max(window.devicePixelRatio, 1)
    element.width = element.clientWidth * ratio
    element.height = element.clientHeight * ratio
    element.getContext('2d')?.scale(ratio, ratio)
    const signaturePad = new SignaturePad(element, { penColor: '#1b2430', minWidth: 1, maxWidth: 3.2 })
    signaturePad.addEventListener('endStroke', () => setEmpty(signaturePad.isEmpty()))
    pad.current = signaturePad
    return () => signaturePad.off()
  }, [])

  function handleUndo() {
    const strokes = pad.current?.toData() ?? []
    pad.current?.fromData(strokes.slice(0, -1))
    setEmpty(strokes.length <= 1)
  }

  async function handleOk() {
    const element = canvas.current
    if (!element) return
    onSigned(typed.trim() ? await typedSignature(typed.trim()) : await pictureOf(element))
  }

  return (
    <Modal
      open
      title={title}
      okText="用这个签名"
      cancelText="取消"
      okButtonProps={{ disabled: empty && typed.trim() === '' }}
      confirmLoading={saving}
      onOk={handleOk}
      onCancel={onCancel}
      width={PAD.width + 48}
    >
      <div className="zp-pad">
        <canvas ref={canvas} style={{ height: PAD.height }} aria-label="手写签名区" role="img" />
        {empty && <span className="zp-pad-hint">在此手写</span>}
      </div>
      <div className="zp-pad-tools">
        <Button size="small" onClick={handleUndo} disabled={empty}>
          撤销一笔
        </Button>
        <Button
          size="small"
          onClick={() => {
            pad.current?.clear()
            setEmpty(true)
          }}
          disabled={empty}
        >
          重写
        </Button>
      </div>
      <div className="zp-pad-typed">
        <label htmlFor={typedId}>不便手写，可键入姓名</label>
        <Input id={typedId} value={typed} onChange={(event) => setTyped(event.target.value)} maxLength={20} />
      </div>
    </Modal>
  )
}

function pictureOf(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('The browser made no PNG'))), 'image/png')
  })
}
