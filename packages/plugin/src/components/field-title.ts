import { type FormDefinition, fieldAt } from '@zhupi/forms'

/** The title of the field at a path; inside a sub-table the table, the line and the column. */
export function fieldTitle(form: FormDefinition, path: ReadonlyArray<string | number>): string {
  const [first, line, column] = path
  const field = fieldAt(form, String(first))
  const title = field?.schema.title ?? String(first)
  if (typeof line !== 'number') return title
  const inner = column === undefined ? undefined : fieldAt(form, `${first}.${column}`)?.schema.title
  return [title, line + 1, ...(inner ? [inner] : [])].join(' · ')
}
