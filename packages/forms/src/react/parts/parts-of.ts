import type { AccessMap } from '../../access/access.ts'
import { accessOf } from '../../access/access-of.ts'
import type { FormDefinition } from '../../schema/form-definition.ts'
import { fieldIndex } from '../../schema/walk-fields.ts'
import type { Fetched } from '../fields/fetched.tsx'
import type { ControlProps, ReadProps } from '../fields/field-description.ts'
import { fieldOf } from '../fields/fields.ts'

/** What decides which parts a form needs. */
export interface FormUse {
  form: FormDefinition
  access: AccessMap | undefined
  readOnly: boolean
}

export type FormPart = Pick<Fetched<ControlProps & ReadProps>, 'fetch' | 'isThere'>

/** The parts whose code is fetched that a form needs in this step: of what is only read no control. */
export function partsOf({ form, access, readOnly }: FormUse): Set<FormPart> {
  const parts = new Set<FormPart>()
  const need = (component: object) => {
    if ('fetch' in component) parts.add(component as FormPart)
  }
  for (const { path, schema, parent } of fieldIndex(form).values()) {
    const level = accessOf(access, path)
    if (level === 'hidden') continue
    const { Edit, Read } = fieldOf(schema)
    need(Read)
    if (readOnly || level !== 'edit') continue
    need(Edit)
    // A table is edited as soon as one of its columns is.
    if (parent) need(fieldOf(parent.schema).Edit)
  }
  return parts
}
