import { MoreOutlined } from '@ant-design/icons'
import { useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { layerOf } from '../use-beside.ts'
import { RowMenuList } from './row-menu-list.tsx'

interface RowMenuProps {
  /** 第 2 段. */
  label: string
  index: number
  count: number
  onMove: (to: number) => void
  onInsert: () => void
  onRemove: () => void
}

/** What can be done with one row of a list, by mouse, finger or keyboard. A long table has many: until it is opened it is one button. */
export function RowMenu({ label, index, count, onMove, onInsert, onRemove }: RowMenuProps) {
  const button = useRef<HTMLButtonElement>(null)
  const menu = useRef<HTMLDivElement>(null)
  const [isOpen, setOpen] = useState(false)
  const name = `${label}，移动或删除`
  const choices = [
    { label: '上移', isDisabled: index === 0, act: () => onMove(index - 1) },
    { label: '下移', isDisabled: index === count - 1, act: () => onMove(index + 1) },
    { label: '在下面插入', isDisabled: false, act: onInsert },
    { label: '删除', isDisabled: false, act: onRemove },
  ]
  return (
    <>
      <button
        ref={button}
        type="button"
        className="zp-row-menu"
        aria-label={name}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
        // The focus goes into the menu, which stands elsewhere on the page: the list is not left by that.
        onBlur={(event) => menu.current?.contains(event.relatedTarget) && event.stopPropagation()}
      >
        <MoreOutlined aria-hidden />
      </button>
      {isOpen &&
        button.current &&
        createPortal(
          <RowMenuList
            list={menu}
            label={name}
            beside={button.current}
            choices={choices}
            onClose={() => setOpen(false)}
          />,
          layerOf(button.current),
        )}
    </>
  )
}
