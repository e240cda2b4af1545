import { RightOutlined } from '@ant-design/icons'
import { observer } from '@formily/react'
import { useState } from 'react'
import { fieldOf } from '../fields/fields.ts'
import { FormField } from '../form-field.tsx'
import { useFormView } from '../form-view-context.ts'
import { LabelledRow } from '../labelled-row.tsx'
import type { StackedField } from './stack-sections.ts'

/** So many short values are shown before the rest is folded. */
const FIRST = 8

/** One section of the narrow layout: short values as rows, long ones folded below them. */
export function StackPart({ title, fields }: { title: string; fields: StackedField[] }) {
  const { model } = useFormView()
  const [isOpen, setOpen] = useState(false)
  if (fields.length === 0) return null
  const isRow = ({ place }: StackedField) => model.isEditable(place.path) || fieldOf(place.schema).shape === 'inline'
  const rows = fields.filter(isRow)
  const folds = fields.filter((field) => !isRow(field))
  const isLong = rows.length > FIRST + 2 && !rows.some(({ place }) => model.isEditable(place.path))
  const shown = isLong && !isOpen ? rows.slice(0, FIRST) : rows
  return (
    <section className="zp-panel">
      <h3>{title}</h3>
      {shown.map(({ place, lead }) => (
        <LabelledRow key={place.path} place={place} lead={lead} />
      ))}
      {shown.length < rows.length && (
        <button type="button" className="zp-more" onClick={() => setOpen(true)}>
          展开其余 {rows.length - shown.length} 项
        </button>
      )}
      {folds.map((field) => (
        <Fold key={field.place.path} field={field} />
      ))}
    </section>
  )
}

/** A long value: closed until it is wanted, with how much there is of it. */
const Fold = observer(function Fold({ field: { place } }: { field: StackedField }) {
  const { model, highlights } = useFormView()
  const value = model.formily.values[place.path]
  const count = Array.isArray(value) ? `${value.length} ${COUNTED[fieldOf(place.schema).name] ?? '项'}` : undefined
  return (
    <details className="zp-fold">
      <summary>
        <span className="zp-fold-title">{place.schema.title ?? place.key}</span>
        {highlights.corrected?.[place.path] && <span className="zp-tag">已补正</span>}
        {count && <span className="zp-fold-count">{count}</span>}
        <RightOutlined aria-hidden />
      </summary>
      <FormField place={place} />
    </details>
  )
})

const COUNTED: Record<string, string> = { Resume: '段', Attachments: '个', SubTable: '行' }
