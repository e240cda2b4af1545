import { extendZodWithOpenApi } from '@asteasolutions/zod-to-openapi'
import { z } from 'zod'

extendZodWithOpenApi(z)

/** An instant, ISO 8601 in UTC with milliseconds: `2026-03-18T06:05:00.000Z`. */
export const Instant = z.iso.datetime()

export const PersonRef = z
  .object({ id: z.string(), name: z.string(), unitName: z.string() })
  .openapi('PersonRef', { description: 'A person as lists and histories show them.' })

export const UnitRef = z.object({ id: z.string(), name: z.string(), shortName: z.string() }).openapi('UnitRef')

/** An element of a diagram: its id and the name drawn on it. */
export const ElementRef = z.object({ id: z.string(), name: z.string() }).openapi('ElementRef')

export const Issue = z
  .object({ code: z.string(), path: z.array(z.union([z.string(), z.number()])), message: z.string() })
  .openapi('Issue', { description: 'One wrong value and its place.' })

export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    code: z.string(),
    detail: z.string().optional(),
    instance: z.string().optional().openapi({ description: 'The request id: the number to quote.' }),
    issues: z.array(Issue).optional(),
  })
  .catchall(z.unknown())
  .openapi('Problem', { description: 'RFC 9457 problem with a stable `code`.' })

export const AccessMap = z.record(z.string(), z.enum(['hidden', 'read', 'edit', 'require'])).openapi('AccessMap')

export const Values = z.record(z.string(), z.unknown()).openapi('Values')

/** A form file as `@zhupi/forms` checks it; here it only passes through. */
export const Form = z
  .object({ key: z.string(), title: z.string(), schema: z.record(z.string(), z.unknown()) })
  .catchall(z.unknown())
  .openapi('Form')

/** Keyset paging: `nextCursor` is null on the last page. */
export function page<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable() })
}

export const PageQuery = z.object({
  cursor: z.string().max(512).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
  q: z.string().trim().max(100).optional().openapi({ description: 'Searches title, digest and number.' }),
})
