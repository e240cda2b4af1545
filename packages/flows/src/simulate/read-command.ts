import type { Command } from '../engine/command.ts'
import { FlowError } from '../errors.ts'
import { decisionOf } from './decision-of.ts'
import { Fields } from './fields.ts'
import { findDecided, findService, findSubscription, findTimer, findVisit, findWait, type Place } from './place.ts'
import { instant } from './virtual-clock.ts'

export type SimulatorCommand =
  | { type: 'advance'; duration: string }
  | { type: 'advanceTo'; at: string }
  | { type: 'completeAll'; decision?: string }
  /** `at`: set the clock first. */
  | { type: 'flow'; at?: string; toCommand(place: Place): Command }

/**
 * Reads one line of a simulation: an object whose first known key is the command's name.
 *
 * @throws FlowError `COMMAND_INVALID` with the key and what it should be; `TIME_INVALID`
 */
export function readCommand(line: unknown): SimulatorCommand {
  if (typeof line !== 'object' || line === null || Array.isArray(line)) {
    throw new FlowError('COMMAND_INVALID', { reason: 'a command is a JSON object' })
  }
  const fields = new Fields(line as Record<string, unknown>)
  const name = Object.keys(line).find((key) => Object.hasOwn(readers, key))
  const reader = name === undefined ? undefined : readers[name]
  if (!reader) throw new FlowError('COMMAND_INVALID', { keys: Object.keys(line), known: Object.keys(readers) })
  return reader(fields)
}

const readers: Record<string, (fields: Fields) => SimulatorCommand> = {
  start,
  complete: (fields) => flow((place) => complete(place, fields)),
  completeAll: (fields) => ({ type: 'completeAll', decision: fields.text('decision') }),
  trigger: (fields) =>
    flow((place) => {
      const elementId = fields.name('trigger')
      const { activationId } = findWait(place, elementId, fields, () => true)
      return { type: 'trigger', elementId, activationId, variables: fields.object('variables') }
    }),
  message: (fields) => flow((place) => deliver(place, fields)),
  signal: (fields) =>
    flow(() => ({ type: 'broadcastSignal', name: fields.name('signal'), variables: fields.object('variables') })),
  advance: (fields) => ({ type: 'advance', duration: fields.name('advance') }),
  advanceTo: (fields) => ({ type: 'advanceTo', at: instant(fields.name('advanceTo')) }),
  setVariables: (fields) => flow(() => ({ type: 'setVariables', variables: fields.object('setVariables') ?? {} })),
  terminate: (fields) => flow(() => ({ type: 'terminate', by: fields.text('by') ?? 'administrator' })),

  return: (fields) =>
    onTask(fields, 'return', (task) => ({
      type: 'return',
      ...task,
      to: fields.text('to') ?? 'initiator',
      after: fields.word('after', 'replay', 'straight'),
    })),
  withdraw: (fields) =>
    flow((place) => {
      const elementId = fields.optionalName('withdraw')
      return elementId === undefined
        ? { type: 'withdraw', by: fields.text('by') ?? place.instance?.initiator ?? '' }
        : { type: 'withdraw', ...findDecided(place, elementId, fields) }
    }),
  transfer: (fields) => onTask(fields, 'transfer', (task) => ({ type: 'transfer', ...task, to: fields.name('to') })),
  delegate: (fields) => onTask(fields, 'delegate', (task) => ({ type: 'delegate', ...task, to: fields.name('to') })),
  resolve: (fields) =>
    onTask(fields, 'resolve', (task) => ({
      type: 'resolve',
      ...task,
      decision: fields.text('decision'),
      variables: fields.object('variables'),
    })),
  claim: (fields) => onTask(fields, 'claim', (task) => ({ type: 'claim', ...task })),
  addSigners: (fields) =>
    onTask(fields, 'addSigners', (task) => ({
      type: 'addSigners',
      ...task,
      people: fields.texts('people'),
      how: fields.word('how', 'beside', 'before', 'after'),
    })),
  removeSigners: (fields) =>
    onTask(fields, 'removeSigners', (task) => ({ type: 'removeSigners', ...task, people: fields.texts('people') })),
  cc: (fields) =>
    typeof fields.get('cc') === 'string' && fields.get('people') !== undefined
      ? onTask(fields, 'cc', (task) => ({ type: 'cc', ...task, people: fields.texts('people') }))
      : flow(() => ({ type: 'cc', by: fields.text('by') ?? 'somebody', people: fields.texts('cc') })),
  urge: (fields) =>
    flow((place) => {
      const by = fields.text('by') ?? 'initiator'
      const elementId = fields.optionalName('urge')
      if (elementId === undefined) return { type: 'urge', by }
      return { type: 'urge', by, taskId: findWait(place, elementId, fields, isTask).taskId }
    }),
  jump: (fields) =>
    flow((place) => {
      const from = fields.name('jump')
      const by = fields.text('by') ?? 'administrator'
      return { type: 'jump', by, from, to: fields.name('to'), activationId: findVisit(place, from, fields) }
    }),
  suspend: (fields) => flow(() => ({ type: 'suspend', by: fields.text('by') ?? 'administrator' })),
  resume: (fields) => flow(() => ({ type: 'resume', by: fields.text('by') ?? 'administrator' })),
  fireTimer: (fields) =>
    flow((place) => ({ type: 'fireTimer', timerId: findTimer(place, fields.name('fireTimer'), fields) })),
  failService: (fields) =>
    flow((place) => ({
      type: 'failService',
      serviceId: findService(place, fields.name('failService'), fields).id,
      error: { code: fields.text('code'), message: fields.text('message') ?? 'failed' },
      final: fields.get('final') !== false,
    })),
  retry: (fields) =>
    flow((place) => ({ type: 'retry', serviceId: findService(place, fields.name('retry'), fields).id })),
}

function flow(toCommand: (place: Place) => Command): SimulatorCommand {
  return { type: 'flow', toCommand }
}

/** `at`: the instant at which the clock begins, or the start event. */
function start(line: Fields): SimulatorCommand {
  const fields = new Fields(line.object('start') ?? {})
  const at = fields.text('at')
  const isTime = at !== undefined && /^\d{4}-/.test(at)
  return {
    type: 'flow',
    at: isTime ? instant(at) : undefined,
    toCommand: () => ({
      type: 'start',
      by: fields.text('by') ?? 'initiator',
      variables: fields.object('variables'),
      chosen: fields.object('chosen') as Record<string, string[]> | undefined,
      message: fields.text('message'),
      at: isTime ? undefined : at,
    }),
  }
}

/** A command on one open task: at the element that the command names, of `by` or its first candidate. */
function onTask(fields: Fields, name: string, to: (task: { taskId: string; by: string }) => Command): SimulatorCommand {
  return flow((place) => {
    const { taskId = '', people } = findWait(place, fields.name(name), fields, isTask)
    return to({ taskId, by: fields.text('by') ?? people[0] ?? 'somebody' })
  })
}

function isTask({ kind }: { kind: string }): boolean {
  return kind === 'user'
}

/** Completes whatever waits at the element: a task, a service, or a receive task without a message. */
function complete(place: Place, fields: Fields): Command {
  const elementId = fields.name('complete')
  const variables = fields.object('variables')
  const wait = findWait(place, elementId, fields, () => true)
  const { kind, taskId, activationId, people } = wait
  if (taskId !== undefined) {
    const by = fields.text('by') ?? people[0] ?? 'somebody'
    const decision = fields.text('decision') ?? decisionOf(place.definition, wait)
    const chosen = fields.object('chosen') as Record<string, string[]> | undefined
    return { type: 'complete', taskId, by, decision, variables, chosen }
  }
  if (kind !== 'service') return { type: 'trigger', elementId, activationId, variables }
  const service = place.instance?.services.find(({ activation }) => activation === activationId)
  if (!service) throw new FlowError('SERVICE_NOT_FOUND', { elementId })
  return { type: 'completeService', serviceId: service.id, result: fields.get('result'), variables }
}

/**
 * To the `nth` of those that wait for the message; without a key, whatever key they wait for.
 *
 * @throws FlowError `MESSAGE_NOT_EXPECTED`
 */
function deliver(place: Place, fields: Fields): Command {
  const name = fields.name('message')
  const elementId = fields.text('element')
  const given = fields.text('correlationKey')
  const common = { type: 'deliverMessage', name, variables: fields.object('variables') } as const
  if (given !== undefined && fields.get('nth') === undefined) return { ...common, elementId, correlationKey: given }
  const waiting = findSubscription(place, name, elementId, fields)
  if (!waiting) throw new FlowError('MESSAGE_NOT_EXPECTED', { name, elementId })
  const { element, activation, key } = waiting
  return { ...common, elementId: element, activationId: activation, correlationKey: given ?? key ?? undefined }
}
