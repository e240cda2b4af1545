import { z } from 'zod'
import { AccessMap, ElementRef, Instant, PageQuery, PersonRef, page, UnitRef, Values } from '../../http/schema.ts'
import { Case, ForecastStep, People } from '../cases/case-schema.ts'
import { LimitUsage } from '../matters/matter-schema.ts'

const DueInWorkdays = z.number().int().nullable().openapi({
  description:
    'Working days from today to the deadline, negative where it has passed; null where the step counts every day, or has no deadline.',
})

export const TaskSummary = z
  .object({
    id: z.string(),
    state: z.enum(['open', 'done', 'closed']),
    case: z.object({ id: z.string(), number: z.string(), title: z.string(), digest: z.string() }),
    matter: z.object({ key: z.string(), title: z.string() }),
    element: ElementRef,
    previous: z.string().nullable().openapi({ description: 'Who sent it here.' }),
    receivedAt: Instant,
    dueAt: Instant.nullable(),
    dueInWorkdays: DueInWorkdays,
    completedAt: Instant.nullable(),
    decision: z.string().nullable(),
    returned: z.boolean().openapi({ description: '退回重报: it was here before.' }),
    urgedAt: Instant.nullable().openapi({ description: '催办: its initiator last asked for it since it came.' }),
    seat: z.object({ index: z.number().int(), of: z.number().int() }),
    batchable: z.boolean().openapi({ description: 'False where the step wants a field filled in.' }),
    version: z.number().int(),
  })
  .openapi('TaskSummary')

export const TaskQuery = PageQuery.extend({
  box: z.enum(['todo', 'done']).default('todo'),
  matter: z.string().max(64).optional(),
  element: z.string().max(128).optional(),
  due: z.enum(['overdue', 'today', 'soon']).optional(),
})

export const TaskList = page(TaskSummary)
  .extend({
    counts: z.object({
      total: z.number().int(),
      overdue: z.number().int(),
      today: z.number().int(),
      soon: z.number().int(),
    }),
    filters: z.object({
      matters: z.array(z.object({ key: z.string(), title: z.string() })),
      elements: z.array(ElementRef),
    }),
  })
  .openapi('TaskList')

export const TaskActionType = z.enum([
  'approve',
  'reject',
  'return',
  'transfer',
  'delegate',
  'addSigners',
  'removeSigners',
  'claim',
  'cc',
  'resubmit',
])

export const Task = z
  .object({
    id: z.string(),
    version: z.number().int().openapi({ description: 'Version of the case: send it back with the action.' }),
    state: z.enum(['open', 'done', 'closed']),
    element: ElementRef,
    resubmit: z.boolean().openapi({ description: 'The initiator fills in again after a return.' }),
    round: z.number().int(),
    seat: z.object({ index: z.number().int(), of: z.number().int(), type: z.string() }),
    openedAt: Instant,
    dueAt: Instant.nullable(),
    dueInWorkdays: DueInWorkdays,
    case: Case,
    access: AccessMap,
    opinion: z.object({
      field: z.string().nullable(),
      required: z.boolean(),
      signature: z.boolean(),
      seal: z.boolean(),
      seals: z.array(UnitRef).openapi({ description: 'Seals the person may use; empty: none.' }),
      phrases: z.array(z.string()),
    }),
    actions: z.array(
      z.object({
        type: TaskActionType,
        label: z.string(),
        hint: z.string().openapi({ description: '送市人社局 / 退给前面某步 / 办件结束' }),
      }),
    ),
    delegatedBy: z
      .string()
      .nullable()
      .openapi({ description: 'Who asked for a draft, by name: the decision is theirs.' }),
    signers: z.array(PersonRef).openapi({ description: 'Added by the person, and still to decide.' }),
    waits: z.boolean().openapi({ description: 'Those added before it decide first.' }),
    returnTargets: z.array(
      z.object({
        element: ElementRef,
        initiator: z.boolean(),
        people: z.string(),
        undoes: z.array(z.string()).openapi({ description: 'What the return strikes out, in words.' }),
      }),
    ),
    forecast: z.array(ForecastStep),
    limits: z.array(LimitUsage),
    neighbours: z.object({
      previous: z.string().nullable(),
      next: z.string().nullable(),
      index: z.number().int(),
      total: z.number().int(),
    }),
  })
  .openapi('Task', { description: 'All that the task page needs.' })

export const OpinionInput = z
  .object({
    text: z.string().max(2000),
    signature: z.string().max(64).optional().openapi({ description: 'File id of the signature picture.' }),
    seal: z.string().max(128).optional().openapi({ description: 'Unit id of the seal.' }),
  })
  .strict()

/** With words, and without values: nothing is decided by it. */
const remark = { opinion: OpinionInput.optional(), version: z.number().int() }
const common = { ...remark, values: Values.optional() }

export const TaskActionRequest = z
  .discriminatedUnion('type', [
    z.object({ type: z.literal('approve'), ...common }).strict(),
    z.object({ type: z.literal('reject'), ...common }).strict(),
    z
      .object({
        type: z.literal('return'),
        to: z.string().max(128),
        after: z.enum(['replay', 'straight']).default('replay'),
        ...common,
      })
      .strict(),
    z.object({ type: z.literal('transfer'), to: z.string().max(128), ...common }).strict(),
    z.object({ type: z.literal('delegate'), to: z.string().max(128), ...remark }).strict(),
    z
      .object({
        type: z.literal('addSigners'),
        people: People,
        how: z.enum(['before', 'after', 'beside']).openapi({ description: 'Asked first, afterwards, or alongside.' }),
        ...remark,
      })
      .strict(),
    z.object({ type: z.literal('removeSigners'), people: People, ...remark }).strict(),
    z.object({ type: z.literal('claim'), ...remark }).strict(),
    z.object({ type: z.literal('cc'), people: People, ...remark }).strict(),
    z.object({ type: z.literal('resubmit'), ...common }).strict(),
  ])
  .openapi('TaskActionRequest')

export const TaskActionResult = z
  .object({
    taskId: z.string(),
    caseId: z.string(),
    status: z.string(),
    version: z.number().int(),
    message: z.string().openapi({ description: '已同意，送市人社局' }),
    canWithdraw: z.boolean(),
  })
  .openapi('TaskActionResult')

export const BatchRequest = z
  .object({
    items: z
      .array(z.object({ taskId: z.string(), version: z.number().int() }).strict())
      .min(1)
      .max(50),
    type: z.enum(['approve', 'reject']),
    opinion: OpinionInput.optional(),
  })
  .strict()
  .openapi('BatchRequest')

export const BatchResult = z
  .object({
    items: z.array(
      z.object({
        taskId: z.string(),
        ok: z.boolean(),
        message: z.string(),
        code: z.string().nullable(),
      }),
    ),
  })
  .openapi('BatchResult', { description: 'Each its own result: one that failed does not stop the others.' })
