import { z } from 'zod'

const Key = z.string().regex(/^[a-z][a-z0-9-]*$/)

/** `registers/*.register.json`: a table of rows (台账) with its columns, views and limits (名额). */
export const RegisterDefinition = z
  .object({
    key: Key,
    title: z.string().min(1),
    unitOfCount: z.string().default('条'),
    columns: z
      .array(
        z
          .object({
            /** Any Unicode identifier; the database column is made from its place, not from its text. */
            key: z.string().min(1).max(40),
            title: z.string().optional(),
            type: z.enum(['text', 'number', 'date', 'boolean', 'status']).default('text'),
            options: z.array(z.object({ value: z.string(), label: z.string() })).optional(),
            required: z.boolean().default(false),
            filter: z.boolean().default(false),
            /** Not shown in lists. */
            hidden: z.boolean().default(false),
            sensitivity: z.enum(['identity', 'phone', 'email', 'address', 'name', 'bank']).optional(),
          })
          .strict(),
      )
      .min(1),
    /** No two rows share the values of these columns. */
    unique: z.array(z.array(z.string()).min(1)).default([]),
    /** At most `max` rows a group; `[]` as `by` is the whole register. */
    limits: z
      .array(z.object({ by: z.array(z.string()), max: z.number().int().positive(), label: z.string() }).strict())
      .default([]),
    views: z
      .array(
        z
          .object({
            key: Key,
            title: z.string(),
            where: z.record(z.string(), z.string()).default({}),
            sort: z.string().optional(),
          })
          .strict(),
      )
      .default([]),
    readers: z.object({ roles: z.array(z.string()).default([]) }).default({ roles: [] }),
    editors: z.object({ roles: z.array(z.string()).default([]) }).default({ roles: [] }),
    /** `card.issue`: how numbers look and how long a card is valid. */
    card: z
      .object({
        numbering: z.string(),
        validity: z.string().regex(/^P/),
        number: z.string(),
        validFrom: z.string(),
        validUntil: z.string(),
        status: z.string(),
      })
      .strict()
      .optional(),
  })
  .strict()

export type RegisterDefinition = z.infer<typeof RegisterDefinition>
