import { z } from 'zod'
import { AccessMap, ElementRef, Form, Instant, PageQuery, PersonRef, Values } from '../../http/schema.ts'

export const CaseStatus = z.enum(['running', 'suspended', 'completed', 'rejected', 'withdrawn', 'terminated', 'failed'])

export const CaseSummary = z
  .object({
    id: z.string(),
    number: z.string(),
    title: z.string(),
    digest: z.string(),
    matter: z.object({ key: z.string(), title: z.string() }),
    status: CaseStatus,
    initiator: PersonRef,
    startedAt: Instant,
    endedAt: Instant.nullable(),
    updatedAt: Instant,
    archivedAt: Instant.optional().openapi({ description: 'Only of an archived case: it can be read and printed.' }),
    at: z.array(ElementRef).openapi({ description: 'Where it stands: open tasks and waits.' }),
    round: z.number().int().openapi({ description: '1; one more for each return.' }),
  })
  .openapi('CaseSummary')

export const ListedCase = CaseSummary.extend({
  copy: z.object({ by: z.string(), at: Instant, unread: z.boolean() }).nullable().openapi({
    description: 'In the box `cc`: who sent it last, when, and whether the person has looked at it since.',
  }),
}).openapi('ListedCase')

export const HistoryEntry = z
  .object({
    id: z.string(),
    seq: z.number().int(),
    at: Instant,
    kind: z.enum([
      'started',
      'resubmitted',
      'completed',
      'returned',
      'withdrawn',
      'transferred',
      'delegated',
      'resolved',
      'claimed',
      'signersAdded',
      'signersRemoved',
      'copied',
      'suspended',
      'resumed',
      'jumped',
      'migrated',
      'message',
      'service',
      'timer',
      'incident',
      'commented',
      'urged',
      'ended',
    ]),
    element: ElementRef.nullable(),
    round: z.number().int().nullable(),
    seat: z.object({ index: z.number().int(), of: z.number().int() }).nullable(),
    person: PersonRef.nullable(),
    to: z.string().nullable().openapi({ description: 'Name of the step or person it went to.' }),
    decision: z.string().nullable(),
    opinion: z.string().nullable(),
    undone: z.boolean().openapi({ description: 'Struck out by a return or a withdrawal; never removed.' }),
    changes: z.array(z.object({ path: z.string(), title: z.string(), before: z.string(), after: z.string() })),
    hash: z.string(),
  })
  .openapi('HistoryEntry')

export const TaskBrief = z
  .object({
    id: z.string(),
    element: ElementRef,
    people: z.array(PersonRef),
    seat: z.object({ index: z.number().int(), of: z.number().int() }),
    round: z.number().int(),
    openedAt: Instant,
    dueAt: Instant.nullable(),
    mine: z.boolean(),
  })
  .openapi('TaskBrief')

export const Correction = z
  .object({ path: z.string(), title: z.string(), before: z.string(), after: z.string(), at: Instant })
  .openapi('Correction', { description: 'A field changed since the last round.' })

export const CaseAction = z.enum([
  'withdraw',
  'urge',
  'cc',
  'comment',
  'suspend',
  'resume',
  'jump',
  'terminate',
  'print',
])

export const Case = CaseSummary.extend({
  version: z.number().int(),
  form: Form,
  access: AccessMap,
  values: Values.openapi({ description: 'Filtered and masked for the reader; opinion fields hold their opinions.' }),
  masked: z.array(z.string()).openapi({ description: 'Paths that can be revealed.' }),
  corrections: z.array(Correction),
  history: z.array(HistoryEntry),
  tasks: z.array(TaskBrief),
  actions: z.array(CaseAction),
  jump: z
    .object({ from: z.array(ElementRef), to: z.array(ElementRef) })
    .nullable()
    .openapi({ description: 'For who may jump: from where the case waits, to which steps.' }),
  migrate: z.object({ from: z.number().int(), to: z.number().int() }).nullable().openapi({
    description: 'For an administrator: the version of the matter it runs on, and another that is in force.',
  }),
}).openapi('Case')

export const CaseQuery = PageQuery.extend({
  box: z.enum(['mine', 'involved', 'cc', 'all']).default('mine'),
  status: CaseStatus.optional(),
  archived: z.literal('true').optional().openapi({
    description:
      'The archived cases instead of the others. A whole number as `q` finds an archived case without it, too.',
  }),
})

/** Ids of people, each once. */
export const People = z.array(z.string().min(1).max(64)).min(1).max(20)

export const CaseActionRequest = z
  .discriminatedUnion('type', [
    z
      .object({ type: z.literal('withdraw'), taskId: z.string().optional(), version: z.number().int().optional() })
      .strict(),
    z.object({ type: z.literal('urge'), text: z.string().max(200).optional() }).strict(),
    z.object({ type: z.literal('terminate'), reason: z.string().min(1).max(500) }).strict(),
    z.object({ type: z.literal('comment'), text: z.string().min(1).max(1000) }).strict(),
    z.object({ type: z.literal('cc'), people: People, text: z.string().max(1000).optional() }).strict(),
    z.object({ type: z.literal('suspend'), reason: z.string().min(1).max(500) }).strict(),
    z.object({ type: z.literal('resume'), text: z.string().max(500).optional() }).strict(),
    z
      .object({
        type: z.literal('jump'),
        from: z.string().min(1).max(128),
        to: z.string().min(1).max(128),
        reason: z.string().min(1).max(500),
        version: z.number().int().openapi({ description: 'What the administrator has looked at; another one is 409.' }),
      })
      .strict(),
  ])
  .openapi('CaseActionRequest')

export const Diagram = z
  .object({
    xml: z.string(),
    marks: z.array(z.object({ elementId: z.string(), state: z.enum(['active', 'done', 'undone']) })),
    taken: z.array(z.string()).openapi({ description: 'Ids of the sequence flows taken.' }),
    returns: z.array(z.object({ from: z.string(), to: z.string(), at: Instant })),
  })
  .openapi('Diagram')

export const ForecastStep = z
  .object({
    element: ElementRef,
    kind: z.enum(['task', 'wait', 'service']),
    state: z.enum(['open', 'expected']).openapi({ description: 'open: the case stands there now.' }),
    people: z.array(PersonRef),
    why: z.string(),
    at: Instant.nullable().openapi({ description: 'Of a timer: when it is due.' }),
    alternatives: z
      .array(ElementRef)
      .openapi({ description: 'Where it would come instead if a condition before this step decided otherwise.' }),
    otherwise: z
      .array(ElementRef)
      .openapi({ description: 'Where it may come from here, while by what is known now nothing follows.' }),
    mayHappen: z
      .array(
        z.object({
          name: z.string().nullable().openapi({ description: 'As it is drawn; null: nothing is written there.' }),
          kind: z.enum(['timer', 'message', 'signal', 'conditional', 'error']),
          at: Instant.nullable().openapi({ description: 'Of a timer that runs: when it is due.' }),
          leadsTo: z.array(ElementRef).openapi({ description: 'Where the case would come first.' }),
        }),
      )
      .openapi({ description: 'What may happen meanwhile.' }),
  })
  .openapi('ForecastStep')

export const Reveal = z
  .object({ path: z.string().min(1).max(200) })
  .strict()
  .openapi('Reveal')
export const Revealed = z.object({ path: z.string(), value: z.unknown() }).openapi('Revealed')
