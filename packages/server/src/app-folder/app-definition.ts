import { z } from 'zod'

/** `app.json`: the head of an application folder. */
export const AppDefinition = z
  .object({
    key: z.string().regex(/^[a-z][a-z0-9-]*$/),
    title: z.string().min(1),
    version: z.string().default('1'),
  })
  .strict()
export type AppDefinition = z.infer<typeof AppDefinition>

/** `directory/units.json` */
export const UnitFile = z.array(
  z
    .object({
      id: z.string(),
      name: z.string(),
      shortName: z.string(),
      parentId: z.string().nullable().default(null),
      division: z.string(),
      kind: z.enum(['city', 'county', 'enterprise', 'province']),
      creditCode: z.string().optional(),
      seal: z.boolean().default(true),
    })
    .strict(),
)

/** `directory/people.json` */
export const PersonFile = z.array(
  z
    .object({
      id: z.string(),
      name: z.string(),
      unitId: z.string(),
      roles: z.array(z.string()).default([]),
      posts: z.array(z.string()).default([]),
      leader: z.boolean().default(false),
      enabled: z.boolean().default(true),
    })
    .strict(),
)
