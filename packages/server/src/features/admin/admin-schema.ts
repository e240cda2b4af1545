import { z } from 'zod'
import { ElementRef, Instant } from '../../http/schema.ts'
import { MigrationSurvey } from '../migrations/migration-schema.ts'

export const DefinitionKind = z.enum(['form', 'flow', 'matter', 'register'])

/** As definitions are named: it becomes part of file names, addresses and tables. */
export const DefinitionParams = z.object({ key: z.string().regex(/^[a-z][a-z0-9-]{0,63}$/) })

export const VersionParams = DefinitionParams.extend({ version: z.coerce.number().int().min(1).max(1_000_000) })

export const VersionDiffQuery = z
  .object({
    from: z.coerce
      .number()
      .int()
      .min(1)
      .max(1_000_000)
      .optional()
      .openapi({ description: 'The one before, if not given.' }),
  })
  .strict()

const Content = z
  .union([z.string().max(1_000_000), z.record(z.string(), z.unknown())])
  .openapi({ description: 'A flow: BPMN 2.0 XML. Everything else: the JSON of its file.' })

/** A person by name as it is shown here; null: it was read from the application's folder. */
const By = z.string().nullable()

export const DefinitionSummary = z
  .object({
    kind: DefinitionKind,
    key: z.string(),
    title: z.string(),
    category: z.string().optional().openapi({ description: 'Of a matter.' }),
    isRetired: z.boolean().openapi({ description: 'Of a matter: the version in force takes no new cases.' }),
    version: z.number().int().nullable().openapi({ description: 'The published version; null before the first.' }),
    publishedAt: Instant.nullable(),
    publishedBy: By,
    draftUpdatedAt: Instant.nullable(),
    draftUpdatedBy: By,
  })
  .openapi('DefinitionSummary')

export const DefinitionList = z.object({ items: z.array(DefinitionSummary) }).openapi('DefinitionList')

export const ImportGuess = z
  .object({
    path: z.string(),
    label: z.string(),
    cell: z.object({ row: z.number().int(), index: z.number().int() }),
    place: z.object({ table: z.number().int(), row: z.number().int(), column: z.number().int() }),
    guess: z.string(),
    format: z.string().optional(),
    dictionary: z.string().optional(),
    sensitivity: z.string().optional(),
    required: z.boolean(),
    confidence: z.number(),
    why: z.string(),
  })
  .openapi('ImportGuess', { description: 'One guess of an import, its place in the form and in the file.' })

export const Definition = z
  .object({
    kind: DefinitionKind,
    key: z.string(),
    etag: z.string().openapi({ description: 'Hand it back in `If-Match` when the draft is saved.' }),
    published: z
      .object({
        version: z.number().int(),
        content: Content,
        publishedAt: Instant,
        publishedBy: By,
        note: z.string().nullable(),
      })
      .nullable(),
    draft: z
      .object({ content: Content, updatedAt: Instant, updatedBy: By, report: z.array(ImportGuess).nullable() })
      .nullable(),
  })
  .openapi('Definition', { description: 'What is published and what is being worked on.' })

export const SaveDefinitionDraft = z
  .object({
    content: Content,
    report: z
      .array(ImportGuess)
      .max(2000)
      .nullable()
      .optional()
      .openapi({ description: 'What an import guessed; left out, it stays as it is.' }),
  })
  .strict()
  .openapi('SaveDefinitionDraft')

export const DefinitionDraftSaved = z.object({ etag: z.string(), updatedAt: Instant }).openapi('DefinitionDraftSaved')

export const DefinitionIssue = z
  .object({
    kind: DefinitionKind,
    key: z.string(),
    code: z.string(),
    severity: z.enum(['error', 'warning']),
    message: z.string(),
    path: z.array(z.union([z.string(), z.number()])),
    element: z.string().optional().openapi({ description: 'Of a flow: the id of the element.' }),
    field: z.string().optional().openapi({ description: 'Of a form: the path of the field.' }),
  })
  .openapi('DefinitionIssue')

export const DefinitionCheck = z
  .object({
    etag: z.string().openapi({ description: 'Hand it back in `If-Match` when this is published.' }),
    isClean: z.boolean(),
    parts: z
      .array(z.object({ kind: DefinitionKind, key: z.string() }))
      .openapi({ description: 'What is published together.' }),
    matters: z.array(z.string()).openapi({ description: 'The matters that get a new version.' }),
    issues: z.array(DefinitionIssue),
  })
  .openapi('DefinitionCheck')

export const DefinitionDiff = z
  .object({
    changes: z.array(
      z.object({
        area: DefinitionKind,
        kind: z.enum(['added', 'removed', 'changed']),
        path: z.string(),
        message: z.string(),
        breaks: z.boolean(),
      }),
    ),
  })
  .openapi('DefinitionDiff')

export const DefinitionImpact = z
  .object({
    items: z.array(
      z.object({
        matter: z.string(),
        matterTitle: z.string(),
        version: z.number().int(),
        steps: z.array(ElementRef),
        count: z.number().int(),
        fate: z.literal('keeps').openapi({ description: 'Open cases are finished with their own version.' }),
        gone: z.array(ElementRef).openapi({ description: 'Steps that the new version has no longer.' }),
      }),
    ),
    surveys: z
      .array(MigrationSurvey.extend({ matter: z.string(), version: z.number().int() }))
      .openapi({ description: 'Whether they could be moved to what is about to be published, a survey a version.' }),
  })
  .openapi('DefinitionImpact', { description: 'Open cases by the steps at which they stand.' })

export const PublishDefinition = z
  .object({ note: z.string().trim().max(500).default('') })
  .strict()
  .openapi('PublishDefinition')

export const DefinitionPublished = z.object({ version: z.number().int() }).openapi('DefinitionPublished')

export const DefinitionVersions = z
  .object({
    items: z
      .array(
        z.object({ version: z.number().int(), publishedAt: Instant, publishedBy: By, note: z.string().nullable() }),
      )
      .openapi({ description: 'The newest first, 200 at most.' }),
  })
  .openapi('DefinitionVersions')

export const DefinitionRestored = z
  .object({
    parts: z
      .array(z.object({ kind: DefinitionKind, key: z.string() }))
      .openapi({ description: 'The drafts that were made; none where the version is in force.' }),
  })
  .openapi('DefinitionRestored')

export const FormImported = z
  .object({ form: z.record(z.string(), z.unknown()), report: z.array(ImportGuess) })
  .openapi('FormImported')

const Named = z.object({ key: z.string(), title: z.string() })

export const DefinitionVocabulary = z
  .object({
    roles: z.array(z.string()),
    posts: z.array(z.string()),
    unitKinds: z.array(z.string()),
    units: z.array(z.object({ id: z.string(), name: z.string() })),
    categories: z.array(z.string()),
    services: z.array(z.string()),
    registers: z.array(Named.extend({ columns: z.array(z.string()) })),
  })
  .openapi('DefinitionVocabulary', {
    description: 'What definitions may name: of the directory, services and registers.',
  })
