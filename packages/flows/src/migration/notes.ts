import type { FlowElement, ProcessDefinition } from '../definition/process-definition.ts'
import type { Activation, Instance } from '../engine/instance.ts'
import { seatsDiffer, twin, type Versions } from './fit.ts'
import type { MigrationMapping } from './mapping.ts'
import type { Move } from './plan.ts'
import { labelOf } from './problems.ts'
import type { Words } from './words.ts'

/** Something that a migration means for a case, which moves all the same. */
export interface MigrationNote {
  kind: keyof typeof NOTES
  /** Element or flow of the older version, and the element (of one that is passed, the flow) of the newer. */
  id: string
  to?: string
  words: Words
}

const NOTES = {
  'people-changed': {
    zh: '%的办理人规则变了：已分派的人不变，除非选择重新分派',
    en: 'The people of the % are found otherwise now: who was asked stays, unless it is opened anew',
  },
  'round-reopened': {
    zh: '%改了会签方式，要重新分派',
    en: 'The % is decided by other seats now, and is opened anew',
  },
  'timer-changed': {
    zh: '%的时限变了：已定的时间不变，除非选择重新计时',
    en: 'The time of the % changed: what is set stays, unless it is set again',
  },
  passed: { zh: '跳过%', en: 'The % is passed over' },
  'given-up': { zh: '%不再办理', en: 'The % is given up' },
  'no-return': { zh: '不能再退回%', en: 'The % can no longer be returned to' },
  'no-compensation': { zh: '%以后不再补偿', en: 'The % is not compensated any more' },
  'straight-back-closed': {
    zh: '%办完后不再直接送回，按流程重新走',
    en: 'After the % the case follows the flow, and does not go straight back',
  },
} as const

export function notesOf(
  from: ProcessDefinition,
  to: ProcessDefinition,
  mapping: MigrationMapping,
  { activations }: Instance,
  { givenUp, passed, forgotten, closed }: Move,
): MigrationNote[] {
  const versions = { from, to, mapping }
  const find = (id: number) => activations.find((activation) => activation.id === id)?.element ?? ''
  const returnable = (id: string) => ['bpmn:UserTask', 'bpmn:StartEvent'].includes(from.elements[id]?.type ?? '')
  const notes = [
    ...activations.filter(({ done }) => done === undefined).flatMap((open) => changesAt(versions, open)),
    ...passed.map(({ activation, flow }) => note(from, 'passed', find(activation), flow)),
    ...givenUp.activations.map((id) => note(from, 'given-up', find(id))),
    ...givenUp.arrivals.map(({ flow }) => note(from, 'given-up', flow)),
    ...forgotten
      .map(find)
      .filter(returnable)
      .map((id) => note(from, 'no-return', id)),
    ...forgotten
      .map(find)
      .filter((id) => from.elements[id]?.compensatedBy !== undefined)
      .map((id) => note(from, 'no-compensation', id)),
    ...closed.map((id) => note(from, 'straight-back-closed', find(id))),
  ]
  return [...new Map(notes.map((one) => [`${one.kind} ${one.id}`, one])).values()]
}

function note(from: ProcessDefinition, kind: MigrationNote['kind'], id: string, to?: string): MigrationNote {
  const label = labelOf(from, id)
  const { zh, en } = NOTES[kind]
  return {
    kind,
    id,
    ...(to !== undefined && { to }),
    words: { zh: zh.replace('%', label.zh), en: en.replace('%', label.en) },
  }
}

function changesAt(versions: Versions, { element, round }: Activation): MigrationNote[] {
  const { from } = versions
  const [old, now] = [from.elements[element], twin(versions, element)]
  if (!old || !now) return []
  const notes: MigrationNote[] = []
  const asks = round && !round.resubmit
  if (asks && seatsDiffer(old, now)) notes.push(note(from, 'round-reopened', old.id, now.id))
  else if (asks && differ(old.approval?.people, now.approval?.people)) {
    notes.push(note(from, 'people-changed', old.id, now.id))
  }
  if (asks && old.approval?.due && now.approval?.due && differ(old.approval.due, now.approval.due)) {
    notes.push(note(from, 'timer-changed', old.id, now.id))
  }
  for (const [timer, is] of timersOf(versions, old)) {
    if (differ(timer.event, is.event)) notes.push(note(from, 'timer-changed', timer.id, is.id))
  }
  return notes
}

/** An element and the boundary events on it, as far as they are timers before and after. */
function timersOf(versions: Versions, element: FlowElement): [FlowElement, FlowElement][] {
  return [element.id, ...element.boundaries].flatMap((id): [FlowElement, FlowElement][] => {
    const [old, now] = [versions.from.elements[id], twin(versions, id)]
    return old?.event?.kind === 'timer' && now ? [[old, now]] : []
  })
}

function differ(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) !== JSON.stringify(other)
}
