import { type AccessMap, accessOf, type FormDefinition, walkFields } from '@zhupi/forms'

/**
 * What somebody may read who has several parts in a case: a field that one of the parts shows is shown. Nothing is `edit`.
 *
 * @param parts access of the steps the person had a task in, of the start for the initiator; none: nothing is shown
 */
export function readerAccess(form: FormDefinition, parts: readonly AccessMap[]): AccessMap {
  const access: AccessMap = { '*': 'hidden' }
  for (const { path } of walkFields(form)) {
    access[path] = parts.some((part) => accessOf(part, path) !== 'hidden') ? 'read' : 'hidden'
  }
  return access
}
