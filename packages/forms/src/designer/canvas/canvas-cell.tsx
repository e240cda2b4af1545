import { useDraggable, useDroppable } from '@dnd-kit/core'
import type { PointerEvent } from 'react'
import { componentOf } from '../../components/components.ts'
import { overlaps } from '../../paper/edit/grid.ts'
import type { GridCell } from '../../paper/edit/index.ts'
import { labelLines } from '../../paper/label-lines.ts'
import { onForm } from '../document/draft.ts'
import { setCellText } from '../document/edits/paper-edits.ts'
import { type FormNode, nodeOfValue } from '../document/nodes.ts'
import { useDesigner } from '../state/use-designer.ts'
import { useTexts } from '../texts.ts'
import { CellText } from './cell-text.tsx'
import { CellToolbar } from './cell-toolbar.tsx'
import { ComponentIcon } from './component-icon.tsx'
import { StretchHandles } from './stretch-handles.tsx'

interface CanvasCellProps {
  cell: GridCell
  columns: number
  isTabStop: boolean
  isEditing: boolean
  names: boolean
  /** The rules of the selected field and of this one have to do with each other. */
  isRelated: boolean
  hint: string | undefined
  onSelect: (event: PointerEvent, extend: boolean) => void
  /** The pointer came in; with a button held it selects up to here. */
  onEnter: () => void
  onEdit: () => void
  onEditEnd: () => void
}

/** One cell of the paper in the designer: its text, the field in it, and the tools when it is selected. */
export function CanvasCell(props: CanvasCellProps) {
  const { cell, columns, isTabStop, isEditing, names, isRelated, hint } = props
  const { onSelect, onEnter, onEdit, onEditEnd } = props
  const designer = useDesigner()
  const texts = useTexts()
  const { row, col, rowSpan, colSpan, content } = cell
  const { setNodeRef, isOver } = useDroppable({ id: `cell:${row}:${col}`, data: { row, col } })
  const node = content.field === undefined ? undefined : nodeOfValue(designer.form, content.field)
  const { area } = designer
  const isSelected = area !== undefined && overlaps(area, cell)
  const isFirst = isSelected && area.row === row && area.col === col
  const isAlone = isFirst && area.rowSpan === rowSpan && area.colSpan === colSpan
  const isLabel = content.field === undefined && (content.text ?? '') !== ''
  const classes = ['zpd-cell']
  if (isSelected) classes.push('zpd-cell--on')
  if (isOver) classes.push('zpd-cell--over')
  if (isRelated && !isSelected) classes.push('zpd-cell--related')
  if (isLabel && colSpan === columns) classes.push('zpd-cell--band')
  const isBlankCell = !node && (content.text ?? '') === ''
  return (
    <td
      ref={setNodeRef}
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a cell of a table whose role is grid
      role="gridcell"
      rowSpan={rowSpan}
      colSpan={colSpan}
      data-row={row}
      data-col={col}
      tabIndex={isTabStop ? 0 : -1}
      aria-selected={isSelected}
      className={classes.join(' ')}
      onPointerDown={(event) => event.button === 0 && onSelect(event, event.shiftKey)}
      onFocus={(event) => {
        if (event.target === event.currentTarget && !designer.selection.cell) designer.selectCell(row, col)
      }}
      onPointerEnter={onEnter}
      onDoubleClick={onEdit}
    >
      {isBlankCell && <span className="zpd-hidden">{texts.paper.blank}</span>}
      {isEditing ? (
        <CellText
          text={content.text ?? ''}
          onDone={(text) => {
            if (text !== undefined) designer.run(onForm(setCellText(row, col, text)))
            onEditEnd()
          }}
        />
      ) : (
        <Content cell={cell} node={node} names={names} columns={columns} hint={hint} />
      )}
      {(rowSpan > 1 || colSpan > 1) && (
        <small className="zpd-merged" aria-hidden>
          {texts.paper.merged(rowSpan, colSpan)}
        </small>
      )}
      {isAlone && !designer.readOnly && !isEditing && <StretchHandles area={cell} />}
      {isFirst && !designer.readOnly && !isEditing && (
        <CellToolbar
          title={
            isAlone
              ? (node?.schema.title ?? content.text?.replace(/\s/g, '').slice(0, 10) ?? texts.paper.blank)
              : texts.cell.selected(area.rowSpan, area.colSpan)
          }
          className={`${col === 0 ? 'zpd-from-left' : col + area.colSpan >= columns - 1 ? 'zpd-from-right' : ''}`}
          onDone={(next = cell) => focusCell(next.row, next.col)}
        />
      )}
    </td>
  )
}

/** Puts the focus on a cell once it is on the screen. */
export function focusCell(row: number, col: number): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>(`td[data-row="${row}"][data-col="${col}"]`)?.focus())
}

interface ContentProps {
  cell: GridCell
  node: FormNode | undefined
  names: boolean
  columns: number
  hint: string | undefined
}

function Content({ cell: { content, colSpan }, node, names, columns, hint }: ContentProps) {
  const texts = useTexts()
  const { text = '' } = content
  if (!node) return text === '' ? null : <Label text={text} isBand={colSpan === columns} />
  const component = componentOf(node.schema)
  if (component.name === 'Opinion')
    return <OpinionCell title={text || (node.schema.title ?? node.key)} node={node} hint={hint} />
  const title = names ? node.key : (node.schema.title ?? node.key)
  const facts = [
    component.title,
    node.schema.required === true ? texts.properties.required : '',
    node.schema.maxLength === undefined ? '' : texts.paper.atMost(node.schema.maxLength),
  ].filter(Boolean)
  const lines = text.split('\n')
  const last = lines.pop() ?? ''
  return (
    <div className={text === '' ? 'zpd-place' : 'zpd-place zpd-place--led'}>
      {lines.length > 0 && <span className="zpd-lead">{lines.join('\n')}</span>}
      {last}
      <FieldChip field={content.field ?? ''} name={component.name} title={title} />
      {text === '' && component.print === 'prose' && <span className="zpd-facts">{facts.join(' · ')}</span>}
    </div>
  )
}

function Label({ text, isBand }: { text: string; isBand: boolean }) {
  const { lines, justified } = labelLines(text)
  if (isBand || text.length > 30) return <span className={isBand && text.length <= 30 ? '' : 'zpd-prose'}>{text}</span>
  return (
    <span className={justified ? 'zpd-label zpd-label--justified' : 'zpd-label'}>
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a fixed text
        <i key={index}>{line}</i>
      ))}
    </span>
  )
}

function FieldChip({ field, name, title }: { field: string; name: string; title: string }) {
  const { setNodeRef, listeners } = useDraggable({ id: `chip:${field}`, data: { field } })
  return (
    <span className="zpd-chip" ref={setNodeRef} {...(listeners as { onPointerDown?: () => void })}>
      <ComponentIcon name={name} />
      {title}
    </span>
  )
}

/** What an 意见栏 is made of, by the component that looks alike. */
const OPINION_PARTS = ['Input', 'Signature', 'Opinion', 'DatePicker'] as const

function OpinionCell({ title, node, hint }: { title: string; node: FormNode; hint: string | undefined }) {
  const texts = useTexts()
  const props = node.schema['x-component-props'] ?? {}
  return (
    <div className="zpd-opinion">
      <FieldChip field={node.valuePath ?? ''} name="Opinion" title={title} />
      {hint && <span className="zpd-facts">{hint}</span>}
      <span className="zpd-opinion-parts">
        {OPINION_PARTS.filter(
          (name) => (name !== 'Signature' || props.signature === true) && (name !== 'Opinion' || props.seal === true),
        ).map((name) => (
          <span key={name}>
            <ComponentIcon name={name} />
            {texts.paper.opinion[name]}
          </span>
        ))}
      </span>
    </div>
  )
}
