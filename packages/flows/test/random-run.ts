import { deepFreeze } from '../src/definition/deep-freeze.ts'
import {
  activationsOf,
  advance,
  type Command,
  type Context,
  canWithdraw,
  type Event,
  FlowError,
  type Instance,
  type MigrationMapping,
  openTasks,
  type ProcessDefinition,
  returnTargets,
  type Variables,
} from '../src/index.ts'
import { spentTimers, troublesOf } from '../src/migration/troubles.ts'
import { directory } from './start.ts'

export function choose<T>(from: readonly T[], choice: number): T | undefined {
  return from[choice % Math.max(1, from.length)]
}

export function isOver({ status }: Instance): boolean {
  return status !== 'running' && status !== 'suspended'
}

/** Everybody approves until the case has ended; fails when nothing can be done any more. */
export function finish(run: RandomRun): void {
  for (let step = 0; !isOver(run.instance); step += 1) {
    if (step > 500) throw new Error(`it does not end: ${picture(run.instance).join('; ')}`)
    // Of some tasks it is not the turn yet.
    if (
      !possibleCommands(run.definition, run.instance)
        .filter(isOnward)
        .some((command) => run.send(command))
    ) {
      throw new Error(`nothing can be done: ${picture(run.instance).join('; ')}`)
    }
  }
}

const ONWARD: readonly Command['type'][] = ['completeService', 'trigger', 'resume']

function isOnward(command: Command): boolean {
  if (command.type === 'complete') return command.decision !== 'reject'
  return command.type === 'broadcastSignal' ? command.name === 'signal' : ONWARD.includes(command.type)
}

/** Everything that the people of a random run may do next, refused or not. */
export function possibleCommands(definition: ProcessDefinition, instance: Instance): Command[] {
  const tasks = openTasks(instance).flatMap(({ taskId, candidates, resubmit }): Command[] => {
    const by = candidates[0] ?? 'somebody'
    if (resubmit) return [{ type: 'complete', taskId, by, decision: 'submit' }]
    return [
      { type: 'complete', taskId, by, decision: 'approve' },
      { type: 'complete', taskId, by, decision: 'reject' },
      { type: 'complete', taskId, by, decision: 'approve', variables: { choice0: true, choice1: false } },
      { type: 'complete', taskId, by, decision: 'approve', variables: { choice0: false, choice1: true } },
      { type: 'transfer', taskId, by, to: 'u9' },
      { type: 'delegate', taskId, by, to: 'u8' },
      { type: 'resolve', taskId, by, variables: { note: taskId } },
      { type: 'claim', taskId, by },
      { type: 'cc', taskId, by, people: ['u5'] },
      { type: 'urge', taskId, by: instance.initiator },
      { type: 'addSigners', taskId, by, people: ['u7'], how: 'before' },
      { type: 'addSigners', taskId, by, people: ['u7', 'u8'], how: 'after' },
      { type: 'addSigners', taskId, by, people: ['u6'], how: 'beside' },
      { type: 'removeSigners', taskId, by, people: ['u7'] },
      ...returnTargets(definition, instance, taskId).flatMap(({ elementId }): Command[] => [
        { type: 'return', taskId, by, to: elementId },
        { type: 'return', taskId, by, to: elementId, after: 'straight' },
      ]),
    ]
  })
  const people = ['applicant', 'u0', 'u1', 'u2', 'u3', 'u7', 'u9']
  const withdrawals = people.flatMap((by): Command[] => {
    const { taskIds, initiator } = canWithdraw(definition, instance, by)
    return [
      ...taskIds.map((taskId): Command => ({ type: 'withdraw', by, taskId })),
      ...(initiator ? [{ type: 'withdraw', by } as const] : []),
    ]
  })
  const triggers = instance.activations
    .filter(({ element, done }) => done === undefined && definition.elements[element]?.type === 'bpmn:ReceiveTask')
    .map(({ id, element }): Command => ({ type: 'trigger', elementId: element, activationId: id }))
  if (instance.status === 'suspended') return [{ type: 'resume', by: 'administrator' }]
  const signals = instance.subscriptions.filter(({ kind }) => kind === 'signal').map(({ name }) => name)
  return [
    ...tasks,
    ...jumps(definition, instance),
    ...[...new Set(signals)].map((name): Command => ({ type: 'broadcastSignal', name, variables: { heard: name } })),
    { type: 'broadcastSignal', name: 'nobody waits for it' },
    { type: 'cc', by: instance.initiator, people: ['u4', 'u5'] },
    { type: 'urge', by: instance.initiator },
    { type: 'setVariables', variables: { choice0: true } },
    { type: 'suspend', by: 'administrator' },
    ...withdrawals,
    ...triggers,
    ...instance.timers.map(({ id }): Command => ({ type: 'fireTimer', timerId: id })),
    ...instance.services.flatMap(({ id }): Command[] => [
      { type: 'completeService', serviceId: id },
      { type: 'failService', serviceId: id, error: { message: 'x' }, final: true },
      { type: 'retry', serviceId: id },
    ]),
  ]
}

/** Jumps after which no token is stuck or doubled that was not before: others are the administrator's own fault. */
function jumps(definition: ProcessDefinition, instance: Instance): Command[] {
  const open = instance.activations.filter(({ done }) => done === undefined)
  const standing = (moved?: { id: number; to: string }) => [
    ...open.map((activation) => {
      const { id, element, scope } = activation
      if (moved?.id === id) return { key: `${id}`, place: moved.to, scope }
      return { key: `${id}`, place: element, scope, spent: spentTimers(definition, activation, instance.timers) }
    }),
    ...instance.arrivals.map(({ flow, scope }, index) => ({ key: `${flow} ${index}`, place: flow, scope })),
  ]
  const known = new Set(troublesOf(definition, standing()).map((trouble) => JSON.stringify(trouble)))
  const targets = Object.values(definition.elements).filter(({ type }) => type.endsWith('Task'))
  return open.flatMap(({ id, element }) =>
    targets
      .filter(({ id: to, scope }) => to !== element && scope === definition.elements[element]?.scope)
      .filter(({ id: to }) =>
        troublesOf(definition, standing({ id, to })).every((trouble) => known.has(JSON.stringify(trouble))),
      )
      .map(({ id: to }): Command => ({ type: 'jump', by: 'administrator', from: element, to })),
  )
}

/** A run over frozen states; `null` for a command that was refused with a FlowError. */
export class RandomRun {
  definition: ProcessDefinition
  readonly events: Event[] = []
  instance: Instance
  private ids = 0

  constructor(definition: ProcessDefinition, variables: Variables = {}) {
    this.definition = definition
    const start = { type: 'start', by: 'applicant', variables: { items: ['u1', 'u2'], ...variables } } as const
    const { instance, events } = advance(definition, undefined, start, this.context)
    this.instance = deepFreeze(instance)
    this.events.push(...events)
  }

  readonly context: Context = {
    now: '2026-01-01T00:00:00.000Z',
    newId: () => {
      this.ids += 1
      return `id-${this.ids}`
    },
    evaluate: (expression, variables) => {
      if (/^[0-9]+$/.test(expression)) return Number(expression)
      const [name = '', value] = expression.split(' = ')
      const found = name
        .split('.')
        .reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], variables)
      return value === undefined ? (found ?? null) : found === JSON.parse(value)
    },
    people: directory,
  }

  /** Moves the run to another version; `null` where that is refused. */
  migrate(to: ProcessDefinition, mapping: MigrationMapping): Event[] | null {
    const from = this.definition
    this.definition = to
    const events = this.send({ type: 'migrate', by: 'administrator', from, mapping })
    if (!events) this.definition = from
    return events
  }

  send(command: Command): Event[] | null {
    try {
      const { instance, events } = advance(this.definition, this.instance, deepFreeze(command), this.context)
      this.instance = deepFreeze(instance)
      this.events.push(...events)
      return events
    } catch (error) {
      if (error instanceof FlowError) return null
      throw error
    }
  }
}

/**
 * A state without its ids: what is open, what waits, and whence, in an order of its own. Two states with the same
 * picture go on alike.
 */
export function picture(instance: Instance): string[] {
  const names = new Map<number, string>()
  const nameOf = (id: number) => names.get(id) ?? `?${id}`
  const scopeOf = (scope: number | undefined) => (scope === undefined ? '' : ` in ${nameOf(scope)}`)
  const from = (ids: readonly number[]) => `<${ids.map(nameOf).sort().join(' ')}>`
  const lines = activationsOf(instance).map((activation) => {
    const { id, element, from: parents, scope, done, round } = activation
    const seats = (round?.resubmit ? undefined : round)?.seats.map(({ people, by, decision, task }) =>
      [decision === undefined ? people.join('/') : by, decision ?? (task === undefined ? 'later' : 'open')].join(':'),
    )
    const name = `${element}${done === undefined ? '' : '!'}${seats ? `(${seats.join(' ')})` : ''}`
    const { instance, completed, plan, variables } = activation
    // A return keeps values, so that a process called again may be given what was collected or decided meanwhile.
    const called = activation.called && { ...activation.called, results: undefined, level: undefined }
    const scoped = JSON.stringify([instance, done !== undefined && completed, plan, variables, called], inOrder)
    const undoes = activation.compensates === undefined ? '' : ` undoing ${nameOf(activation.compensates)}`
    names.set(id, hash(`${name}${from(parents)}${scopeOf(scope)}${instance ?? ''}`))
    return `${name}${from(parents)}${scopeOf(scope)}${undoes} ${scoped}`
  })
  return [
    ...lines,
    ...instance.arrivals.map(({ flow, from: parents, scope }) => `${flow}${from(parents)}${scopeOf(scope)}`),
    ...instance.timers.map(({ element, activation, at }) => `${element} of ${nameOf(activation)} at ${at}`),
    ...instance.services.map(({ element, activation }) => `${element} of ${nameOf(activation)}`),
    ...instance.subscriptions.map(({ element, activation, name }) => `${element} of ${nameOf(activation)} ${name}`),
    JSON.stringify(Object.entries(instance.variables.decisions ?? {}).sort()),
  ].sort()
}

/** The order in which variables were set says nothing. */
function inOrder(_: string, value: unknown): unknown {
  const isRecord = typeof value === 'object' && value !== null && !Array.isArray(value)
  return isRecord ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1))) : value
}

/** Short, so that long lineages stay comparable. */
function hash(text: string): string {
  let code = 5381
  for (const char of text) code = (Math.imul(code, 33) ^ (char.codePointAt(0) ?? 0)) >>> 0
  return `${text.split(/[!(<]/, 1)[0]}#${code.toString(36)}`
}
