import { z } from 'zod'
import { PersonRef, UnitRef } from '../../http/schema.ts'

export const DirectoryQuery = z.object({
  q: z.string().trim().max(100).default('').openapi({ description: 'Part of a name.' }),
  limit: z.coerce.number().int().min(1).max(100).default(20),
})

export const PeopleQuery = DirectoryQuery.extend({ unitId: z.string().max(64).optional() })

export const PersonList = z.object({ items: z.array(PersonRef) }).openapi('PersonList')
export const UnitList = z.object({ items: z.array(UnitRef) }).openapi('UnitList')
