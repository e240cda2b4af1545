import { ConfigProvider } from 'antd'
import type { Paper } from '../../schema/form-definition.ts'
import { useFormView } from '../form-view-context.ts'
import { OtherFields } from './other-fields.tsx'
import { fieldsOnPaper, paperRows } from './paper-rows.ts'
import { PaperSheet } from './paper-sheet.tsx'

/** The form as the official table on A4 sheets; fields without a place on it follow in a panel. */
export function PaperView({ paper, zoom }: { paper: Paper; zoom: number }) {
  const { model } = useFormView()
  const pages = paperRows(paper)
  const placed = fieldsOnPaper(paper)
  const others = model.places().filter((place) => !placed.has(place.path))
  return (
    <div className="zp-paper" style={{ zoom }}>
      <ConfigProvider variant="borderless">
        {pages.map((rows, index) => (
          <PaperSheet key={rows[0]?.index} paper={paper} rows={rows} page={index + 1} pages={pages.length} />
        ))}
      </ConfigProvider>
      {others.length > 0 && <OtherFields places={others} />}
    </div>
  )
}
