import { FlowError } from '../errors.ts'
import type { Approval, ApprovalAction, DueRule, OpinionRule, PeopleRule, Policies, Round } from './approval.ts'
import { attribute, extensionsOf, type ModdleElement, type ModdleExtension } from './moddle-element.ts'
import type { FieldAccess } from './process-definition.ts'

const FROM = [
  'user',
  'role',
  'unit',
  'post',
  'leader',
  'initiator',
  'initiatorChoice',
  'previousChoice',
  'field',
  'lane',
  'feel',
] as const
const ACTIONS: readonly ApprovalAction[] = [
  'approve',
  'reject',
  'return',
  'transfer',
  'delegate',
  'addSigners',
  'removeSigners',
  'claim',
  'cc',
]
const DEFAULT_ACTIONS: readonly ApprovalAction[] = ['approve', 'reject', 'return', 'transfer', 'claim', 'cc']
const ROUNDS: readonly Round['type'][] = ['single', 'all', 'any', 'vote', 'sequential']
const WITH_VALUE: readonly PeopleRule['from'][] = ['user', 'role', 'unit', 'post', 'field', 'feel']

/**
 * Reads the approval extension of a user task; undefined when it has none (then anybody may complete the task).
 *
 * @param repeated the marker repeats the task: it says nothing about the seats of each instance
 * @throws FlowError `APPROVAL_INVALID` with `elementId`, `attribute` and `value`
 */
export function readApproval(element: ModdleElement, repeated = false): Approval | undefined {
  const [round] = extensionsOf(element, 'zhupi:Round')
  const [policies] = extensionsOf(element, 'zhupi:Policies')
  const [actions] = extensionsOf(element, 'zhupi:Actions')
  const [opinion] = extensionsOf(element, 'zhupi:Opinion')
  const [due] = extensionsOf(element, 'zhupi:Due')
  const people = extensionsOf(element, 'zhupi:People')
  const fields = extensionsOf(element, 'zhupi:Fields')
  if (![round, policies, actions, opinion, due, ...people, ...fields].some(Boolean)) return undefined

  const read = new Attributes(element.id ?? '')
  const roundRule = readRound(round, repeated ? ROUNDS : drawnRounds(element.loopCharacteristics), read)
  return {
    people: people.map((rule) => readPeople(rule, read)),
    round: roundRule,
    policies: readPolicies(policies, read),
    actions: words(attribute(actions, 'allow'))?.map((word) => read.word('allow', word, ACTIONS)) ?? DEFAULT_ACTIONS,
    outcomes: readOutcomes(attribute(actions, 'outcomes'), roundRule, read),
    fields: readFields(element),
    opinion: readOpinion(opinion, read),
    due: due && readDue(due, read),
  }
}

/** `zhupi:fields` of a user task or a start event: field key -> access. */
export function readFields(element: ModdleElement): Record<string, FieldAccess> {
  const read = new Attributes(element.id ?? '')
  const entries = extensionsOf(element, 'zhupi:Fields')
    .flatMap((fields) => fields.fields ?? [])
    .map((field): [string, FieldAccess] => [
      read.required('key', attribute(field, 'key')),
      read.word('access', attribute(field, 'access'), ['hidden', 'read', 'edit', 'require'] as const),
    ])
  return Object.fromEntries(entries)
}

function readPeople(rule: ModdleExtension, read: Attributes): PeopleRule {
  const from = read.word('from', attribute(rule, 'from'), FROM)
  const value = attribute(rule, 'value')
  if (WITH_VALUE.includes(from)) read.required('value', value)
  return {
    from,
    value: from === 'leader' ? (value ?? 'initiator') : value,
    unit: attribute(rule, 'unit'),
    levels: read.number('levels', attribute(rule, 'levels'), 1, 20),
    weight: read.number('weight', attribute(rule, 'weight'), 0, 1_000_000),
  }
}

/** The marker of the diagram says parallel, in turn or single; the extension says how the seats are counted. */
function drawnRounds(marker: ModdleElement | undefined): readonly Round['type'][] {
  if (!marker) return ['single']
  return marker.isSequential ? ['sequential'] : ['all', 'any', 'vote']
}

function readRound(round: ModdleExtension | undefined, drawn: readonly Round['type'][], read: Attributes): Round {
  const type = read.word('type', attribute(round, 'type') ?? drawn[0], drawn)
  const by = read.word('by', attribute(round, 'by') ?? 'share', ['count', 'share', 'weight'] as const)
  const threshold = read.number('threshold', attribute(round, 'threshold'), 0, by === 'share' ? 1 : 1_000_000)
  return type === 'vote' ? { type, threshold, by } : { type }
}

/** Where several people decide, only approving and rejecting can be counted. */
function readOutcomes(outcomes: string | undefined, { type }: Round, read: Attributes): string[] {
  if (outcomes !== undefined && type !== 'single') read.word('outcomes', outcomes, [])
  return words(outcomes) ?? []
}

function readPolicies(policies: ModdleExtension | undefined, read: Attributes): Policies {
  const choice = <T extends string>(name: string, allowed: readonly [T, ...T[]]): T =>
    read.word(name, attribute(policies, name) ?? allowed[0], allowed)
  const nobody = choice('nobody', ['stop', 'skip', 'administrator', 'named'])
  const named = attribute(policies, 'named')
  if (nobody === 'named') read.required('named', named)
  return {
    onReject: choice('onReject', ['end', 'return', 'continue', 'all']),
    returnTo: attribute(policies, 'returnTo'),
    nobody,
    named,
    self: choice('self', ['self', 'skip', 'leader']),
    repeat: choice('repeat', ['ask', 'skipAdjacent', 'skipEver']),
  }
}

function readOpinion(opinion: ModdleExtension | undefined, read: Attributes): OpinionRule {
  const flag = (name: string) => read.word(name, attribute(opinion, name) ?? 'false', ['true', 'false']) === 'true'
  return {
    field: attribute(opinion, 'field'),
    required: flag('required'),
    signature: flag('signature'),
    seal: flag('seal'),
  }
}

function readDue(due: ModdleExtension, read: Attributes): DueRule {
  return {
    after: read.required('after', attribute(due, 'after')),
    calendar: read.word('calendar', attribute(due, 'calendar') ?? 'all', ['work', 'all'] as const),
    overdue: read.word('overdue', attribute(due, 'overdue') ?? 'none', [
      'none',
      'remind',
      'approve',
      'reject',
      'transfer',
    ] as const),
  }
}

function words(text: string | undefined): string[] | undefined {
  return text?.split(/[\s,]+/).filter(Boolean)
}

/** Checks attributes of one element, and names it in what it refuses. */
export class Attributes {
  private readonly elementId: string

  constructor(elementId: string) {
    this.elementId = elementId
  }

  word<T extends string>(name: string, value: string | undefined, allowed: readonly T[]): T {
    const found = allowed.find((word) => word === value)
    return found ?? this.refuse(name, value, allowed)
  }

  required(name: string, value: string | undefined): string {
    return value ?? this.refuse(name, value)
  }

  number(name: string, value: string | undefined, min: number, max: number): number | undefined {
    if (value === undefined) return undefined
    const number = Number(value)
    return number >= min && number <= max ? number : this.refuse(name, value, [`${min} to ${max}`])
  }

  private refuse(attribute: string, value: string | undefined, allowed?: readonly string[]): never {
    throw new FlowError('APPROVAL_INVALID', { elementId: this.elementId, attribute, value: value ?? null, allowed })
  }
}
