import { MoreOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'

interface RowMenuProps {
  /** 第 2 段. */
  label: string
  index: number
  count: number
  onMove: (to: number) => void
  onInsert: () => void
  onRemove: () => void
}

/** What can be done with one row of a list, by mouse, finger or keyboard. */
export function RowMenu({ label, index, count, onMove, onInsert, onRemove }: RowMenuProps) {
  const items = [
    { key: 'up', label: '上移', disabled: index === 0, onClick: () => onMove(index - 1) },
    { key: 'down', label: '下移', disabled: index === count - 1, onClick: () => onMove(index + 1) },
    { key: 'insert', label: '在下面插入', onClick: onInsert },
    { type: 'divider' as const },
    { key: 'remove', label: '删除', onClick: onRemove },
  ]
  return (
    <Dropdown menu={{ items }} trigger={['click']} placement="bottomRight">
      <Button
        type="text"
        size="small"
        className="zp-row-menu"
        icon={<MoreOutlined aria-hidden />}
        aria-label={`${label}，移动或删除`}
      />
    </Dropdown>
  )
}
