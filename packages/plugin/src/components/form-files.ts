import { type Attachment, type FormDefinition, isAttachment, walkFields } from '@zhupi/forms'

/** The files of a form's attachment fields. */
export function formFiles(form: FormDefinition, values: Record<string, unknown>): Attachment[] {
  const places = [...walkFields(form)].filter(({ schema }) => schema['x-component'] === 'Attachments')
  return places.flatMap(({ path }) => {
    const value = values[path]
    return Array.isArray(value) ? value.filter(isAttachment) : []
  })
}
