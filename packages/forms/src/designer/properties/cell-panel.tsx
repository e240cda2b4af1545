import { Input, InputNumber, Select } from 'antd'
import { cellAt, DEFAULT_ROW_MM, gridOf, resizeColumn, resizeRow } from '../../paper/edit/index.ts'
import { columnWidths } from '../canvas/paper-size.ts'
import { onForm } from '../document/draft.ts'
import { clearCells, onPaper, placeField, setCellText } from '../document/edits/paper-edits.ts'
import { walkNodes } from '../document/nodes.ts'
import { useDesigner } from '../state/use-designer.ts'
import { useTexts } from '../texts.ts'
import { Panel } from './panel.tsx'

/** The selected cell: its text, the field in it, height of its row and width of its column. */
export function CellPanel() {
  const designer = useDesigner()
  const texts = useTexts()
  const { form, area, readOnly } = designer
  const cell = area && form.paper && cellAt(gridOf(form.paper), area.row, area.col)
  if (!cell || !form.paper) return null
  const { row, col, content } = cell
  const widths = columnWidths(form.paper)
  const total = widths.reduce((sum, width) => sum + width, 0)
  const width = widths[col] ?? 0
  const isLast = col === widths.length - 1
  const fields = [...walkNodes(form)].flatMap((node) =>
    node.valuePath !== undefined && node.scope === ''
      ? [{ label: node.schema.title ?? node.key, value: node.valuePath }]
      : [],
  )
  return (
    <Panel title={texts.cell.title}>
      <div className="zpd-line">
        <span>{texts.cell.text}</span>
        <Input.TextArea
          autoSize={{ minRows: 1, maxRows: 6 }}
          value={content.text ?? ''}
          disabled={readOnly}
          aria-label={texts.cell.text}
          onChange={(event) => designer.run(onForm(setCellText(row, col, event.target.value)), `text ${row} ${col}`)}
        />
      </div>
      <div className="zpd-line">
        <span>{texts.cell.field}</span>
        <Select
          size="small"
          showSearch
          optionFilterProp="label"
          value={content.field ?? ''}
          options={[{ label: texts.cell.none, value: '' }, ...fields]}
          disabled={readOnly}
          aria-label={texts.cell.field}
          onChange={(field) => {
            const edit = field === '' ? clearCells([cell]) : placeField(field, row, col)
            if (designer.run(onForm(edit))) designer.selectCell(row, col)
          }}
        />
      </div>
      <div className="zpd-line">
        <span>{texts.cell.height}</span>
        <InputNumber
          size="small"
          min={5}
          max={240}
          suffix="mm"
          value={form.paper.heights?.[row] ?? DEFAULT_ROW_MM}
          disabled={readOnly}
          aria-label={texts.cell.height}
          onChange={(height) =>
            height !== null && designer.run(onForm(onPaper((paper) => resizeRow(paper, row, height))), `height ${row}`)
          }
        />
      </div>
      <div className="zpd-line">
        <span>{texts.cell.width}</span>
        <InputNumber
          size="small"
          min={4}
          precision={1}
          suffix="mm"
          value={Number(width.toFixed(1))}
          disabled={readOnly || widths.length === 1}
          aria-label={texts.cell.width}
          onChange={(next) => {
            if (next === null) return
            const share = (next - width) / total
            const edit = onPaper((paper) =>
              isLast ? resizeColumn(paper, col - 1, -share) : resizeColumn(paper, col, share),
            )
            designer.run(onForm(edit), `width ${col}`)
          }}
        />
      </div>
    </Panel>
  )
}
