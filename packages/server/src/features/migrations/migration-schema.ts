import { z } from 'zod'
import { ElementRef, Instant } from '../../http/schema.ts'

const MatterKey = z.string().regex(/^[a-z][a-z0-9-]{0,63}$/)
const Version = z.number().int().min(1).max(1_000_000)

const Mapping = z
  .record(z.string().min(1).max(128), z.string().min(1).max(128).nullable())
  .refine((mapping) => Object.keys(mapping).length <= 500, { message: 'At most 500 pairs.' })
  .openapi({
    description:
      'Id in the older flow to the id in the newer; null: what stands there is given up. What is not named is matched by the server.',
  })

const Words = z.object({ zh: z.string(), en: z.string() })

export const MigrationReason = z
  .object({
    verdict: z.enum(['needs-decision', 'cannot']),
    id: z.string().openapi({ description: 'Id of the element or sequence flow.' }),
    words: Words,
    count: z.number().int().openapi({ description: 'Cases of which it is true.' }),
    candidates: z
      .array(ElementRef.nullable())
      .openapi({ description: 'Where it may go, for the mapping; null: it is given up.' }),
  })
  .openapi('MigrationReason')

export const MigrationSurvey = z
  .object({
    open: z.number().int(),
    examined: z
      .number()
      .int()
      .openapi({ description: 'The oldest of the open cases were looked at one by one, at most so many.' }),
    moves: z.number().int(),
    needsDecision: z.number().int(),
    cannot: z.number().int(),
    reasons: z.array(MigrationReason),
    staying: z
      .array(
        z.object({
          caseId: z.string(),
          number: z.string(),
          verdict: z.enum(['needs-decision', 'cannot']),
          words: z.array(Words),
        }),
      )
      .openapi({ description: 'The first hundred cases that would not move.' }),
  })
  .openapi('MigrationSurvey', { description: 'What moving the open cases of a version would come to.' })

export const Migration = z
  .object({
    id: z.string(),
    matter: z.string(),
    from: z.number().int(),
    to: z.number().int(),
    state: z.enum(['running', 'finished', 'failed']),
    startedAt: Instant,
    startedBy: z.string(),
    endedAt: Instant.nullable(),
    moved: z.number().int(),
    stayed: z.number().int(),
    left: z
      .number()
      .int()
      .openapi({ description: 'Open cases that still run on the older version and were not asked.' }),
    staying: z.array(
      z.object({
        caseId: z.string(),
        number: z.string(),
        verdict: z.enum(['needs-decision', 'cannot']),
        words: z.array(Words),
      }),
    ),
  })
  .openapi('Migration')

export const MigrationList = z
  .object({
    current: z.number().int().openapi({ description: 'The version in force.' }),
    open: z.array(z.object({ version: z.number().int(), count: z.number().int() })),
    items: z.array(Migration),
  })
  .openapi('MigrationList', { description: 'The migrations of a matter, and its open cases by version.' })

export const MigrationQuery = z.object({ matter: MatterKey })

export const MigrationParams = z.object({ migrationId: z.string().max(64) })

export const StartMigration = z
  .object({
    matter: MatterKey,
    from: Version,
    to: Version,
    mapping: Mapping.default({}),
    cases: z.array(z.string().min(1).max(64)).min(1).max(1000).optional(),
    dryRun: z.boolean().default(false),
  })
  .strict()
  .openapi('StartMigration')

export const MigrationAnswer = z
  .object({
    migration: Migration.nullable().openapi({ description: 'Null for a dry run.' }),
    survey: MigrationSurvey.nullable().openapi({ description: 'Of a dry run.' }),
    mapping: z
      .record(z.string(), z.string().nullable())
      .openapi({ description: 'What was matched and what was asked for.' }),
  })
  .openapi('MigrationAnswer')

export const MigrateCase = z
  .object({
    to: Version,
    version: z
      .number()
      .int()
      .openapi({ description: 'The case as the administrator has looked at it; another one is 409.' }),
    mapping: Mapping.default({}),
    reason: z.string().trim().max(500).default(''),
  })
  .strict()
  .openapi('MigrateCase')

export const CaseMigrated = z
  .object({ caseId: z.string(), version: z.number().int(), matterVersion: z.number().int() })
  .openapi('CaseMigrated')
