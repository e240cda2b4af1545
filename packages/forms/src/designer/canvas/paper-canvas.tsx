import { FileTextOutlined, MinusOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Switch } from 'antd'
import { type CSSProperties, useState } from 'react'
import { cellAt, gridOf } from '../../paper/edit/index.ts'
import { paperPages } from '../../paper/layout.ts'
import { onForm } from '../document/draft.ts'
import { makePaper } from '../document/edits/paper-edits.ts'
import { useDesigner } from '../state/use-designer.ts'
import { useTexts } from '../texts.ts'
import { PaperGrid } from './paper-grid.tsx'
import { columnWidths, TABLE_PX, tableWidth } from './paper-size.ts'
import { Ruler } from './ruler.tsx'

const ZOOMS = [0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.1, 1.25, 1.5]

/** The paper in the middle, with its tools above and the place of the selection below. */
export function PaperCanvas({ onAddWanted }: { onAddWanted: () => void }) {
  const designer = useDesigner()
  const texts = useTexts()
  const [names, setNames] = useState(false)
  const [zoom, setZoom] = useState(0.9)
  const { paper } = designer.form
  if (!paper) {
    return (
      <section className="zpd-canvas zpd-canvas--none">
        <p>{texts.paper.none}</p>
        <Button type="primary" disabled={designer.readOnly} onClick={() => designer.run(onForm(makePaper()))}>
          {texts.paper.make}
        </Button>
      </section>
    )
  }
  const at = ZOOMS.indexOf(zoom)
  return (
    <section className="zpd-canvas">
      <div className="zpd-canvas-tools">
        <span className="zpd-row">
          <FileTextOutlined aria-hidden />
          {texts.paper.size(paper.orientation === 'landscape', paper.duplex === true)}
        </span>
        <span className="zpd-muted">{texts.paper.pages(paperPages(paper).map((rows) => rows.length))}</span>
        <span className="zpd-grow" />
        <span className="zpd-row">
          <Switch size="small" checked={names} onChange={setNames} aria-label={texts.paper.names} />
          {texts.paper.names}
        </span>
        <Button
          size="small"
          icon={<MinusOutlined aria-hidden />}
          aria-label={texts.paper.zoomOut}
          disabled={at <= 0}
          onClick={() => setZoom(ZOOMS[at - 1] ?? zoom)}
        />
        <output>{Math.round(zoom * 100)}%</output>
        <Button
          size="small"
          icon={<PlusOutlined aria-hidden />}
          aria-label={texts.paper.zoomIn}
          disabled={at >= ZOOMS.length - 1}
          onClick={() => setZoom(ZOOMS[at + 1] ?? zoom)}
        />
      </div>
      <div className="zpd-pages">
        <div className="zpd-zoom" style={{ zoom, '--zpd-mm': `${TABLE_PX / tableWidth(paper)}px` } as CSSProperties}>
          <Ruler paper={paper} />
          <PaperGrid paper={paper} names={names} onAddWanted={onAddWanted} />
        </div>
      </div>
      <Status />
    </section>
  )
}

function Status() {
  const { area, form } = useDesigner()
  const texts = useTexts()
  const cell = area && form.paper && cellAt(gridOf(form.paper), area.row, area.col)
  const widths = form.paper ? columnWidths(form.paper) : []
  const wide = widths.slice(area?.col, (area?.col ?? 0) + (area?.colSpan ?? 0)).reduce((sum, width) => sum + width, 0)
  const place =
    cell && `${texts.paper.place(cell.row + 1, cell.col + 1)} · ${area.rowSpan}×${area.colSpan} · ${wide.toFixed(1)} mm`
  return (
    <footer className="zpd-status">
      <output aria-live="polite">{place}</output>
      <span className="zpd-grow" />
      <span className="zpd-keys">
        {texts.keys.map(([key, meaning]) => (
          <span key={key}>
            <kbd>{key}</kbd> {meaning}
          </span>
        ))}
      </span>
    </footer>
  )
}
