import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react'
import { cellAt, DEFAULT_ROW_MM, gridOf } from '../../paper/edit/index.ts'
import { paperPages } from '../../paper/layout.ts'
import type { Paper } from '../../schema/form-definition.ts'
import { fieldPaths, pathsRead } from '../document/expressions.ts'
import { walkNodes } from '../document/nodes.ts'
import { isDirection, neighbour } from '../state/selection.ts'
import { type Designer, useDesigner } from '../state/use-designer.ts'
import { type DesignerTexts, useTexts } from '../texts.ts'
import { CanvasCell, focusCell } from './canvas-cell.tsx'
import { COMMAND_KEYS, runCommand, stretchBy, swapWith } from './cell-commands.ts'
import { TABLE_PX } from './paper-size.ts'

interface PaperGridProps {
  paper: Paper
  names: boolean
  /** Enter on a cell: a component is wanted there. */
  onAddWanted: () => void
}

/** The table of the paper on its sheets: one grid for keys and selection. */
export function PaperGrid({ paper, names, onAddWanted }: PaperGridProps) {
  const designer = useDesigner()
  const texts = useTexts()
  const [editing, setEditing] = useState<{ row: number; col: number }>()
  const dragging = useRef(false)
  const grid = gridOf(paper)
  const related = relatedFields(designer)
  const owners = opinionOwners(designer, texts)
  const { selection } = designer
  const end = selection.extent ?? selection.cell
  const stop = (end && cellAt(grid, end.row, end.col)) ?? grid.cells[0]
  const pages = paperPages(paper)
  const total = paper.columns.reduce((sum, width) => sum + width, 0)

  useEffect(() => {
    const stopDragging = () => {
      dragging.current = false
    }
    window.addEventListener('pointerup', stopDragging)
    return () => window.removeEventListener('pointerup', stopDragging)
  }, [])

  const goTo = (row: number, col: number, extend: boolean) => {
    if (extend && selection.cell) designer.select({ cell: selection.cell, extent: { row, col } })
    else designer.selectCell(row, col)
    focusCell(row, col)
  }
  const handleKey = (event: KeyboardEvent) => {
    if (!end || event.ctrlKey || event.metaKey) return
    if (isDirection(event.key)) {
      event.preventDefault()
      if (event.altKey && event.shiftKey) return stretchBy(designer, event.key)
      if (event.altKey) {
        swapWith(designer, event.key)
        const to = neighbour(designer.form, end, event.key)
        return to && focusCell(to.row, to.col)
      }
      const next = neighbour(designer.form, end, event.key)
      return next && goTo(next.row, next.col, event.shiftKey)
    }
    if (event.altKey || designer.readOnly) return
    const command = COMMAND_KEYS[event.key.length === 1 ? event.key.toLowerCase() : event.key]
    if (event.key === 'F2') setEditing(selection.cell)
    else if (event.key === 'Enter') onAddWanted()
    else if (event.key === 'Escape') designer.selectCell(end.row, end.col)
    else if (command) {
      const next = runCommand(designer, command)
      if (next) focusCell(next.row, next.col)
    } else return
    event.preventDefault()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the cells bubble up to here
    <div className="zpd-grids" onKeyDown={handleKey}>
      {pages.map((rows, page) => (
        <article key={rows[0]} className="zpd-sheet">
          {page === 0 && (
            <>
              {paper.caption && <p className="zpd-caption">{paper.caption}</p>}
              <h2 className="zpd-title">{paper.title}</h2>
            </>
          )}
          {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells are walked with the arrows is a grid */}
          <table role="grid" aria-label={texts.paper.label(page + 1)} aria-multiselectable="true" className="zpd-table">
            <colgroup>
              <col className="zpd-row-number" />
              {paper.columns.map((width, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns have no identity but their place
                <col key={index} style={{ width: `${((width / total) * TABLE_PX).toFixed(2)}px` }} />
              ))}
            </colgroup>
            <tbody>
              {rows.map((row) => (
                <tr key={row} style={{ height: `calc(${paper.heights?.[row] ?? DEFAULT_ROW_MM} * var(--zpd-mm))` }}>
                  <th scope="row" className="zpd-row-number">
                    {row + 1}
                  </th>
                  {grid.cells
                    .filter((cell) => cell.row === row)
                    .map((cell) => (
                      <CanvasCell
                        key={cell.col}
                        cell={cell}
                        columns={grid.columns}
                        isTabStop={cell === stop}
                        isEditing={editing?.row === cell.row && editing.col === cell.col}
                        names={names}
                        isRelated={cell.content.field !== undefined && related.has(cell.content.field)}
                        hint={cell.content.field === undefined ? undefined : owners.get(cell.content.field)}
                        onSelect={(event, extend) => {
                          dragging.current = !isChip(event)
                          goTo(cell.row, cell.col, extend)
                        }}
                        onEnter={() => {
                          if (dragging.current && selection.cell) goTo(cell.row, cell.col, true)
                        }}
                        onEdit={() => !designer.readOnly && setEditing(cell)}
                        onEditEnd={() => {
                          setEditing(undefined)
                          focusCell(cell.row, cell.col)
                        }}
                      />
                    ))}
                </tr>
              ))}
            </tbody>
          </table>
          {page === pages.length - 1 ? (
            <div className="zpd-notes">
              {paper.notes?.map((note) => (
                <p key={note}>{note}</p>
              ))}
            </div>
          ) : (
            <p className="zpd-folio">{texts.paper.pageEnds}</p>
          )}
        </article>
      ))}
    </div>
  )
}

function isChip(event: PointerEvent): boolean {
  return event.target instanceof Element && event.target.closest('.zpd-chip') !== null
}

/** Fields that the rules of the selected one read, and those whose rules read it. */
function relatedFields({ form, node }: Designer): Set<string> {
  const own = node?.valuePath
  if (!node || own === undefined) return new Set()
  const fields = fieldPaths(form)
  const readers = [...walkNodes(form)].filter((other) => pathsRead(other, fields).includes(own))
  return new Set([...pathsRead(node, fields), ...readers.flatMap((reader) => reader.valuePath ?? [])])
}

/** In words, the steps that may write each 意见栏. */
function opinionOwners({ draft }: Designer, texts: DesignerTexts): Map<string, string> {
  const owners = new Map<string, string[]>()
  for (const step of draft.steps) {
    for (const [path, access] of Object.entries(step.access)) {
      if (access === 'edit' && path !== '*') owners.set(path, [...(owners.get(path) ?? []), `“${step.title}”`])
    }
  }
  return new Map([...owners].map(([path, titles]) => [path, texts.paper.filledBy(titles.join(''))]))
}
