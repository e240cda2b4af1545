import { ConfigProvider } from 'antd'
import { componentOf } from '../../components/components.ts'
import { opinionsOf } from '../../paper/opinion-html.ts'
import type { FieldPlace } from '../../schema/walk-fields.ts'
import { FormField } from '../form-field.tsx'
import { useFormView } from '../form-view-context.ts'
import { LabelledRow } from '../labelled-row.tsx'
import { ROOMY } from './roomy.ts'
import { StackPart } from './stack-part.tsx'
import { type StackedField, stackSections } from './stack-sections.ts'

/** The form in one column: in a review first the opinions and what this step fills, then what there is to read. */
export function StackView() {
  const { definition, model, filling } = useFormView()
  const places = model.places()
  const given = places.filter((place) => isOpinionBox(place) && opinionsOf(model.formily.values[place.path]).length > 0)
  const sections = stackSections(definition, places)
  const isMine = ({ place }: StackedField) => !filling && model.isEditable(place.path) && isShown(place)
  const isShown = (place: FieldPlace) => model.isVisible(place.path.split('.'))
  const mine = sections.flatMap((section) => section.fields.filter(isMine))
  return (
    <ConfigProvider {...ROOMY}>
      <div className="zp-stack">
        {given.length > 0 && (
          <section className="zp-panel">
            <h3>前面的意见</h3>
            {[...given].reverse().map((place) => (
              <FormField key={place.path} place={place} />
            ))}
          </section>
        )}
        {mine.length > 0 && (
          <section className="zp-panel zp-panel--mine">
            <h3>
              本步要填 <span className="zp-count-of">{mine.length} 项</span>
            </h3>
            {mine.map(({ place, lead }) => (
              <LabelledRow key={place.path} place={place} lead={lead} />
            ))}
          </section>
        )}
        {sections.map((section) => (
          <StackPart
            key={section.title}
            title={section.title}
            fields={section.fields.filter((field) => !isMine(field) && isShown(field.place))}
          />
        ))}
      </div>
    </ConfigProvider>
  )
}

function isOpinionBox({ schema }: FieldPlace): boolean {
  return componentOf(schema).system === true
}
