import { type ClipboardEvent, type KeyboardEvent, useRef } from 'react'
import { useFormView } from '../../form-view-context.ts'
import { fieldKey } from '../../path-key.ts'
import { useWidth } from '../../use-width.ts'
import type { ControlProps, ReadProps } from '../field-description.ts'
import { onLeave } from '../on-leave.ts'
import { PasteReport } from './paste-report.tsx'
import { RowCards } from './row-cards.tsx'
import { RowTable } from './row-table.tsx'
import { rowsOf } from './rows-of.ts'
import type { RowsProps } from './rows-props.ts'
import { useShownColumns } from './shown-columns.ts'
import { TableFoot } from './table-foot.tsx'
import { useRows } from './use-rows.ts'

/** A table to be filled; each column keeps to its own access. */
export function SubTableControl(props: ControlProps) {
  const { model } = useFormView()
  const { id, label, schema, path, issues, disabled } = props
  const columns = useShownColumns(schema, path, !disabled)
  const mayChangeRows = !disabled && model.access(fieldKey(path)) === 'edit'
  const { rows, edits, paste } = useRows(props, columns, mayChangeRows)
  const given = { id, label, schema, path, columns, rows, issues, mayChangeRows, edits: disabled ? undefined : edits }

  /** One cell is pasted by its own control; several are laid over the table. */
  function handlePaste(event: ClipboardEvent<HTMLElement>) {
    const text = event.clipboardData.getData('text/plain')
    const isProse = event.target instanceof HTMLTextAreaElement && !text.includes('\t')
    if (disabled || isProse || !/[\t\n]/.test(text.trim()) || isElsewhere(event)) return
    event.preventDefault()
    const cell = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-row]') : null
    edits.paste(text, cell ? { row: Number(cell.dataset.row), column: Number(cell.dataset.column) } : undefined)
  }

  function handleKeyDown(event: KeyboardEvent<HTMLElement>) {
    const isUndo = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'z'
    if (!isUndo || !paste?.isLast || isElsewhere(event)) return
    event.preventDefault()
    edits.undoPaste()
  }

  return (
    <fieldset
      className="zp-sub-table"
      id={id}
      aria-label={label}
      onBlur={onLeave(props.onBlur)}
      onPaste={handlePaste}
      onKeyDown={handleKeyDown}
    >
      <Rows {...given} />
      {paste && <PasteReport paste={paste} path={path} columns={columns} edits={edits} />}
      <TableFoot {...given} />
    </fieldset>
  )
}

/** Dialogs are React children of the table, yet stand elsewhere on the page. */
function isElsewhere({ currentTarget, target }: { currentTarget: HTMLElement; target: EventTarget }): boolean {
  return !(target instanceof Node && currentTarget.contains(target))
}

/** A table to be read. */
export function SubTableText({ schema, value, path, label }: ReadProps) {
  const { idPrefix } = useFormView()
  const columns = useShownColumns(schema, path, false)
  const id = `${idPrefix}${path.join('.')}`
  const given = {
    id,
    label,
    schema,
    path,
    columns,
    rows: rowsOf(value),
    issues: [],
    edits: undefined,
    mayChangeRows: false,
  }
  if (given.rows.length === 0) return <span className="zp-blank">无</span>
  return (
    <div className="zp-sub-table">
      <Rows {...given} />
      <TableFoot {...given} />
    </div>
  )
}

/** Narrower than this, px, lines give way to cards. */
const LINES_FROM = 560

function Rows(props: RowsProps) {
  const { layout } = useFormView()
  const room = useRef<HTMLDivElement>(null)
  const width = useWidth(room)
  const isNarrow = layout === 'stack' && (width === undefined || width < LINES_FROM)
  return <div ref={room}>{isNarrow ? <RowCards {...props} /> : <RowTable {...props} />}</div>
}
