import { type KeyboardEvent, type PointerEvent, useRef } from 'react'
import { resizeColumn } from '../../paper/edit/index.ts'
import type { Paper } from '../../schema/form-definition.ts'
import { onForm } from '../document/draft.ts'
import { onPaper } from '../document/edits/paper-edits.ts'
import { useDesigner } from '../state/use-designer.ts'
import { useTexts } from '../texts.ts'
import { columnWidths } from './paper-size.ts'

/** Widths of the columns in millimetres; the lines between them are dragged, or moved by ← and →. */
export function Ruler({ paper }: { paper: Paper }) {
  const designer = useDesigner()
  const texts = useTexts()
  const ruler = useRef<HTMLDivElement>(null)
  const widths = columnWidths(paper)
  const total = widths.reduce((sum, width) => sum + width, 0)
  const { area } = designer
  const move = (column: number, share: number, mark: string) =>
    designer.run(onForm(onPaper((now) => resizeColumn(now, column, share))), mark)

  const handleDrag = (start: PointerEvent<HTMLElement>, column: number) => {
    const handle = start.currentTarget
    handle.setPointerCapture(start.pointerId)
    const width = (ruler.current?.getBoundingClientRect().width ?? 0) - RULER_HEAD
    let last = start.clientX
    const mark = `column ${column} ${start.timeStamp}`
    const follow = (event: globalThis.PointerEvent) => {
      if (width > 0 && move(column, (event.clientX - last) / width, mark)) last = event.clientX
    }
    handle.addEventListener('pointermove', follow)
    handle.addEventListener('lostpointercapture', () => handle.removeEventListener('pointermove', follow), {
      once: true,
    })
  }
  const handleKey = (event: KeyboardEvent, column: number) => {
    const direction = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (direction === undefined) return
    event.preventDefault()
    event.stopPropagation()
    move(column, (direction * (event.shiftKey ? 5 : 1)) / total, `column ${column} keys`)
  }
  let left = 0
  return (
    <div className="zpd-ruler" ref={ruler}>
      <i />
      {widths.map((width, column) => {
        const isOn = area && column >= area.col && column < area.col + area.colSpan
        left += width
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: columns have no identity but their place
          <span key={column} className={isOn ? 'zpd-on' : ''} style={{ width: `${(width / total) * 100}%` }}>
            {width.toFixed(1)}
            {column < widths.length - 1 && (
              // biome-ignore lint/a11y/useSemanticElements: a separator that is moved is no <hr>
              <span
                role="separator"
                aria-orientation="vertical"
                aria-label={texts.paper.columnEdge(column + 1)}
                aria-valuenow={Math.round(left)}
                aria-valuemin={0}
                aria-valuemax={Math.round(total)}
                tabIndex={0}
                onPointerDown={(event) => handleDrag(event, column)}
                onKeyDown={(event) => handleKey(event, column)}
              />
            )}
          </span>
        )
      })}
    </div>
  )
}

/** Room of the row numbers, px. */
const RULER_HEAD = 24
