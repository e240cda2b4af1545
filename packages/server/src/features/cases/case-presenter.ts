import { type AccessMap, accessOf, filterValues, maskText, maskValues, walkFields } from '@zhupi/forms'
import type { z } from 'zod'
import type { Directory } from '../../ports/directory/directory.ts'
import { personRef } from '../directory/person-ref.ts'
import type { TaskRecord } from '../tasks/task-record.ts'
import type { CaseForReader } from './case-for-reader.ts'
import { withOpinions } from './case-record.ts'
import type { Case, CaseAction, Correction, HistoryEntry, TaskBrief } from './case-schema.ts'
import type { LinkedRecord } from './history-chain.ts'
import { presentForm } from './present-form.ts'

export interface CaseParts extends CaseForReader {
  history: readonly LinkedRecord[]
  /** Open tasks: a row a receiver. */
  openTasks: readonly TaskRecord[]
  actions: ReadonlyArray<z.input<typeof CaseAction>>
  jump: z.input<typeof Case>['jump']
  migrate: z.input<typeof Case>['migrate']
}

/** A case for one reader: fields that are not for them are left out, sensitive values are masked unless they are their own. */
export function presentCase(parts: CaseParts, readerId: string, directory: Directory): z.input<typeof Case> {
  const { record, matter, access, own } = parts
  const full = filterValues(matter.form, withOpinions(record.values, record.opinions), access)
  return {
    id: record.id,
    number: record.number,
    title: record.title,
    digest: record.digest,
    matter: { key: record.matterKey, title: record.matterTitle },
    status: record.status,
    initiator: { id: record.initiatorId, name: record.initiatorName, unitName: record.initiatorUnit },
    startedAt: record.startedAt,
    endedAt: record.endedAt,
    updatedAt: record.updatedAt,
    ...(record.archivedAt !== undefined && { archivedAt: record.archivedAt }),
    at: record.waiting,
    round: record.round,
    version: record.version,
    form: presentForm(matter.form),
    access,
    values: own ? full : maskValues(matter.form, full),
    masked: own ? [] : maskedPaths(parts, full),
    corrections: correctionsIn(parts.history, access),
    history: presentHistory(parts, readerId, directory),
    tasks: presentTasks(parts.openTasks, readerId, directory),
    actions: [...parts.actions],
    jump: parts.jump,
    migrate: parts.migrate,
  }
}

/** Sensitive fields that hold something the mask covers; columns of sub-tables by their row: `成员.0.身份证号`. */
function maskedPaths({ matter, access }: CaseForReader, values: Record<string, unknown>): string[] {
  const paths: string[] = []
  for (const { path, schema, parent } of walkFields(matter.form)) {
    const sensitivity = schema['x-sensitivity']
    if (!sensitivity || accessOf(access, path) === 'hidden') continue
    const covered = (value: unknown) => typeof value === 'string' && maskText(value, sensitivity) !== value
    if (!parent && covered(values[path])) paths.push(path)
    const rows = parent && Array.isArray(values[parent.path]) ? (values[parent.path] as unknown[]) : []
    rows.forEach((row, index) => {
      const key = path.slice((parent?.path.length ?? 0) + 1)
      if (covered((row as Record<string, unknown>)[key])) paths.push(`${parent?.path}.${index}.${key}`)
    })
  }
  return paths
}

/** What the last resubmission changed. */
function correctionsIn(history: readonly LinkedRecord[], access: AccessMap): Array<z.input<typeof Correction>> {
  const last = history.findLast(({ kind }) => kind === 'resubmitted')
  return readable(last?.changes ?? [], access).map((change) => ({ ...change, at: last?.at ?? '' }))
}

function presentHistory(parts: CaseParts, readerId: string, directory: Directory) {
  const { history, access } = parts
  const undone = new Set(history.flatMap(({ undoes }) => undoes))
  return history.map((record): z.input<typeof HistoryEntry> => {
    const { personId, personName, elementId, elementName, seat, seats, taskId } = record
    return {
      id: record.id,
      seq: record.seq,
      at: record.at,
      kind: record.kind,
      element: elementId === null ? null : { id: elementId, name: elementName ?? elementId },
      round: record.round,
      seat: seat === null || seats === null ? null : { index: seat, of: seats },
      // As it was called then, whatever the directory says today.
      person:
        personId === null
          ? null
          : {
              ...personRef(directory, personId),
              ...(personName !== null && { name: personName }),
              ...(record.unitName !== null && { unitName: record.unitName }),
            },
      to: record.toName,
      decision: record.decision,
      opinion: showsOpinion(parts, record, readerId) ? record.opinion : null,
      undone: taskId !== null && undone.has(taskId) && record.kind === 'completed',
      changes: readable(record.changes, access),
      hash: record.hash,
    }
  })
}

/** What somebody writes into a 意见栏 is shown to whom the 意见栏 is, and to who wrote it. */
function showsOpinion(
  { record: { opinions }, matter, access }: CaseParts,
  { kind, personId, taskId, elementId }: LinkedRecord,
  readerId: string,
): boolean {
  if ((kind !== 'completed' && kind !== 'resolved') || personId === readerId) return true
  const kept = opinions.find((opinion) => opinion.taskId === taskId)
  const field = kept?.field ?? matter.flow.elements[elementId ?? '']?.approval?.opinion.field
  return !field || accessOf(access, field) !== 'hidden'
}

function readable<C extends { path: string }>(changes: readonly C[], access: AccessMap): C[] {
  return changes.filter(({ path }) => accessOf(access, path.replaceAll(/\.\d+(?=\.|$)/g, '')) !== 'hidden')
}

/** Open tasks with all who may do them. */
export function presentTasks(rows: readonly TaskRecord[], readerId: string, directory: Directory) {
  const tasks = new Map<string, z.input<typeof TaskBrief>>()
  for (const row of rows) {
    const person = personRef(directory, row.personId)
    const mine = row.personId === readerId
    const known = tasks.get(row.id)
    if (known) {
      known.people.push(person)
      known.mine ||= mine
      continue
    }
    tasks.set(row.id, {
      id: row.id,
      element: { id: row.elementId, name: row.elementName },
      people: [person],
      seat: { index: row.seat, of: row.seats },
      round: row.round,
      openedAt: row.receivedAt,
      dueAt: row.dueAt,
      mine,
    })
  }
  return [...tasks.values()]
}
