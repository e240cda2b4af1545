import type { FieldPlace } from '../schema/walk-fields.ts'
import { FormField } from './form-field.tsx'
import { useFormView } from './form-view-context.ts'

/** A field with its label before or above it, for everything outside the official table. */
export function LabelledRow({ place, lead }: { place: FieldPlace; lead?: string | undefined }) {
  const { model, idPrefix } = useFormView()
  if (!model.isVisible(place.path.split('.'))) return null
  const title = place.schema.title ?? place.key
  const isEdited = model.isEditable(place.path)
  return (
    <div className={isEdited ? 'zp-row zp-row--edit' : 'zp-row'}>
      <div className="zp-row-label">
        {isEdited ? <label htmlFor={`${idPrefix}${place.path}`}>{title}</label> : title}
        {isEdited && !model.isRequired(place.path) && <span className="zp-optional">选填</span>}
      </div>
      <div className="zp-row-value">
        {lead && <p className="zp-row-lead">{lead}</p>}
        <FormField place={place} />
      </div>
    </div>
  )
}
