import type { FieldPlace } from '../../schema/walk-fields.ts'
import { LabelledRow } from '../labelled-row.tsx'

/** The fields that the paper has no place for. */
export function OtherFields({ places }: { places: FieldPlace[] }) {
  return (
    <section className="zp-panel" aria-label="其他信息">
      <h3>其他信息</h3>
      {places.map((place) => (
        <LabelledRow key={place.path} place={place} />
      ))}
    </section>
  )
}
