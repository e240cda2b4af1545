import {
  DeleteOutlined,
  InsertRowBelowOutlined,
  InsertRowRightOutlined,
  MergeCellsOutlined,
  MoreOutlined,
  SplitCellsOutlined,
} from '@ant-design/icons'
import { Dropdown } from 'antd'
import type { KeyboardEvent } from 'react'
import { useDesigner } from '../state/use-designer.ts'
import { useTexts } from '../texts.ts'
import { type CellCommand, runCommand } from './cell-commands.ts'

/** What can be done with the selected cells; every button has a key or stands in the menu of the last. */
export function CellToolbar({
  title,
  className,
  onDone,
}: {
  title: string
  className: string
  onDone: (cell?: { row: number; col: number }) => void
}) {
  const designer = useDesigner()
  const texts = useTexts()
  const begins = designer.area && designer.form.paper?.breakBefore?.includes(designer.area.row)
  const run = (command: CellCommand) => {
    const next = runCommand(designer, command)
    onDone(next)
  }
  const commands: Array<[CellCommand, JSX.Element]> = [
    ['merge', <MergeCellsOutlined key="icon" aria-hidden />],
    ['split', <SplitCellsOutlined key="icon" aria-hidden />],
    ['row', <InsertRowBelowOutlined key="icon" aria-hidden />],
    ['column', <InsertRowRightOutlined key="icon" aria-hidden />],
  ]
  const more: CellCommand[] = ['deleteRow', 'deleteColumn', begins ? 'joinPage' : 'breakPage']
  const handleKey = (event: KeyboardEvent<HTMLElement>) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (event.key === 'Escape') onDone()
    if (event.key !== 'Tab') event.stopPropagation()
    if (step === undefined) return
    event.preventDefault()
    const buttons = [...event.currentTarget.querySelectorAll('button')]
    buttons[buttons.indexOf(document.activeElement as HTMLButtonElement) + step]?.focus()
  }
  return (
    <div
      role="toolbar"
      aria-label={texts.cell.toolbar}
      className={`zpd-cellbar ${className}`}
      onKeyDown={handleKey}
      onPointerDown={(event) => event.stopPropagation()}
    >
      <b>{title}</b>
      {commands.map(([command, icon]) => (
        <button key={command} type="button" tabIndex={-1} onClick={() => run(command)}>
          {icon}
          {texts.cell[command as 'merge']}
        </button>
      ))}
      <button type="button" tabIndex={-1} aria-label={texts.cell.clear} onClick={() => run('clear')}>
        <DeleteOutlined aria-hidden />
      </button>
      <Dropdown
        trigger={['click']}
        menu={{
          items: more.map((command) => ({ key: command, label: texts.cell[command as 'deleteRow'] })),
          onClick: ({ key }) => run(key as CellCommand),
        }}
      >
        <button type="button" tabIndex={-1} aria-label={texts.cell.more}>
          <MoreOutlined aria-hidden />
        </button>
      </Dropdown>
    </div>
  )
}
