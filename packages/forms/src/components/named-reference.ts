import { isRecord } from '../schema/is-record.ts'

/** Whether a value is `{ id, name }`: somebody or some unit of the directory, with the name as it was when chosen. */
export function isNamedReference(value: unknown): value is { id: string; name: string } {
  return isRecord(value) && typeof value.id === 'string' && value.id !== '' && typeof value.name === 'string'
}

/** The name; '' for anything else. */
export function referenceName(value: unknown): string {
  return isNamedReference(value) ? value.name : ''
}
