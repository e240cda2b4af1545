import { fetched } from './fetched.tsx'
import type { FieldDescription } from './field-description.ts'
import { PlainText } from './plain-text.tsx'

/** Somebody of the directory. */
export const person: FieldDescription = {
  name: 'Person',
  shape: 'inline',
  Edit: fetched(async () => (await import('./directory-control.tsx')).PersonControl),
  Read: PlainText,
}

/** A unit of the directory. */
export const unit: FieldDescription = {
  name: 'Unit',
  shape: 'inline',
  Edit: fetched(async () => (await import('./directory-control.tsx')).UnitControl),
  Read: PlainText,
}
