import type { PointerEvent } from 'react'
import { type Area, stretchCell } from '../../paper/edit/index.ts'
import { onForm } from '../document/draft.ts'
import { onPaper } from '../document/edits/paper-edits.ts'
import { useDesigner } from '../state/use-designer.ts'

const HANDLES = ['nw', 'n', 'ne', 'e', 'se', 's', 'sw', 'w'] as const

/** The eight handles of a cell: dragged to another cell, the edge goes there. Alt, Shift and arrows do the same. */
export function StretchHandles({ area }: { area: Area }) {
  const designer = useDesigner()
  const handleDrag = (start: PointerEvent<HTMLElement>, name: string) => {
    start.stopPropagation()
    const handle = start.currentTarget
    handle.setPointerCapture(start.pointerId)
    const drop = (event: globalThis.PointerEvent) => {
      const under = document
        .elementsFromPoint(event.clientX, event.clientY)
        .find((one) => one instanceof HTMLTableCellElement)
      const row = Number(under?.getAttribute('data-row') ?? Number.NaN)
      const col = Number(under?.getAttribute('data-col') ?? Number.NaN)
      if (Number.isNaN(row) || Number.isNaN(col) || !(under instanceof HTMLTableCellElement)) return
      const to = { row, col, rowSpan: under.rowSpan, colSpan: under.colSpan }
      designer.run(onForm(onPaper((paper) => stretchCell(paper, area.row, area.col, stretched(area, to, name)))))
    }
    handle.addEventListener('pointerup', drop, { once: true })
    handle.addEventListener('lostpointercapture', () => handle.removeEventListener('pointerup', drop), { once: true })
  }
  return HANDLES.map((name) => (
    <i
      key={name}
      className={`zpd-handle zpd-handle--${name}`}
      aria-hidden
      onPointerDown={(event) => handleDrag(event, name)}
    />
  ))
}

/** The area with the edges that a handle holds moved to the far edges of another cell. */
export function stretched(area: Area, to: Area, handle: string): Area {
  const [bottom, right] = [area.row + area.rowSpan, area.col + area.colSpan]
  const row = handle.includes('n') ? Math.min(to.row, bottom - 1) : area.row
  const col = handle.includes('w') ? Math.min(to.col, right - 1) : area.col
  const end = handle.includes('s') ? Math.max(to.row + to.rowSpan, row + 1) : bottom
  const edge = handle.includes('e') ? Math.max(to.col + to.colSpan, col + 1) : right
  return { row, col, rowSpan: end - row, colSpan: edge - col }
}
