import { of } from '../foreign-element.ts'
import type { Concept } from './concept.ts'

/** Which form a step shows. Here a matter joins one form to the flow, so a key in the diagram has no place. */
export const form: Concept = (at) => {
  const [definition] = at.takeExtensions('formDefinition')
  for (const name of ['formKey', 'formId', 'formRef', 'formRefBinding', 'formRefVersion', 'externalReference']) {
    const text = at.take(name) ?? of(definition, name)
    if (text !== undefined)
      at.dropped(name, text, { zh: '表单属于事项，不属于某一步', en: 'the form belongs to the matter, not to a step' })
  }
  for (const data of [...at.takeExtensions('formData'), ...at.takeExtensions('formProperty')]) {
    const fields = [data, ...(data.$children ?? [])].flatMap((field) => of(field, 'id') ?? [])
    at.dropped(data.$type, fields.join(' '), {
      zh: '字段属于事项的表单',
      en: 'fields belong to the form of the matter',
    })
  }
}
