import { z } from 'zod'
import { Instant, PageQuery, page, Values } from '../../http/schema.ts'
import { LimitUsage } from '../matters/matter-schema.ts'

export const RegisterColumn = z
  .object({
    key: z.string(),
    title: z.string(),
    type: z.enum(['text', 'number', 'date', 'boolean', 'status']),
    options: z.array(z.object({ value: z.string(), label: z.string() })).optional(),
    filter: z.boolean(),
  })
  .openapi('RegisterColumn')

export const Register = z
  .object({
    key: z.string(),
    title: z.string(),
    unitOfCount: z.string().openapi({ description: '张, 家, 条' }),
    columns: z.array(RegisterColumn),
    views: z.array(z.object({ key: z.string(), title: z.string(), count: z.number().int() })),
    limits: z.array(LimitUsage),
    total: z.number().int(),
    canEdit: z.boolean(),
  })
  .openapi('Register')

export const RegisterRow = z
  .object({
    id: z.string(),
    version: z.number().int(),
    values: Values,
    source: z
      .object({ caseId: z.string(), number: z.string() })
      .nullable()
      .openapi({ description: 'The case it came from; null: by hand.' }),
    createdAt: Instant,
    updatedAt: Instant,
  })
  .openapi('RegisterRow')

export const RegisterRowList = page(RegisterRow)

export const RowQuery = PageQuery.extend({
  view: z.string().max(64).optional(),
  sort: z.string().max(64).optional().openapi({ description: 'Column, `-` before it for descending.' }),
  filter: z.string().max(2000).optional().openapi({ description: 'JSON object: column -> value.' }),
})

export const CreateRow = z.object({ values: Values }).strict().openapi('CreateRow')
export const ChangeRow = z.object({ values: Values, version: z.number().int() }).strict().openapi('ChangeRow')
