import type { z } from 'zod'
import type { PersonRef } from '../../http/schema.ts'
import type { Directory } from '../../ports/directory/directory.ts'

/** A person as lists and histories show them; of one who has left the directory only the id is known. */
export function personRef(directory: Directory, id: string): z.input<typeof PersonRef> {
  const person = directory.person(id)
  const unit = person && directory.unit(person.unitId)
  return { id, name: person?.name ?? id, unitName: unit?.name ?? '' }
}
