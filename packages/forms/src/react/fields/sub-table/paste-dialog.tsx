import { type GetRef, Input, Modal } from 'antd'
import { useRef, useState } from 'react'
import { readTabSeparated } from '../../../rows/tab-separated.ts'
import type { ShownColumn } from './shown-columns.ts'

interface PasteDialogProps {
  columns: readonly ShownColumn[]
  onPaste: (text: string) => void
  onClose: () => void
}

/** A place to paste into when no cell is at hand: an empty table, a phone. */
export function PasteDialog({ columns, onPaste, onClose }: PasteDialogProps) {
  const [text, setText] = useState('')
  const box = useRef<GetRef<typeof Input.TextArea>>(null)
  const rows = text === '' ? 0 : readTabSeparated(text).length
  return (
    <Modal
      title="从 Excel 粘贴"
      open
      okText={rows > 0 ? `贴入 ${rows} 行` : '贴入'}
      okButtonProps={{ disabled: rows === 0 }}
      onOk={() => {
        onPaste(text)
        onClose()
      }}
      onCancel={onClose}
      cancelText="取消"
      afterOpenChange={(open) => open && box.current?.focus()}
    >
      <p className="zp-hint">
        在 Excel 里选中并复制，再在下面粘贴。列的顺序：
        {columns.map(({ title }) => title).join('、')}；带表头复制时按表头对列。
      </p>
      <Input.TextArea
        aria-label="从 Excel 复制的内容"
        ref={box}
        variant="outlined"
        rows={8}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
    </Modal>
  )
}
