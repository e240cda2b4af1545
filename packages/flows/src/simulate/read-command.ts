import { bareIdOf } from '../definition/element-key.ts'
import type { ProcessDefinition } from '../definition/process-definition.ts'
import type { Command, Variables } from '../engine/command.ts'
import type { Instance } from '../engine/instance.ts'
import { type Wait, waitsOf } from '../engine/waits.ts'
import { FlowError } from '../errors.ts'
import { instant } from './virtual-clock.ts'

/** Where a command finds what it speaks of. */
export interface Place {
  definition: ProcessDefinition
  instance: Instance | undefined
}

export type SimulatorCommand =
  | { type: 'advance'; duration: string }
  | { type: 'advanceTo'; at: string }
  | { type: 'completeAll'; decision: string }
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
  start(fields) {
    const start = new Fields(fields.object('start') ?? {})
    const at = start.text('at')
    const [time, element] = at !== undefined && /^\d{4}-/.test(at) ? [instant(at), undefined] : [undefined, at]
    return {
      type: 'flow',
      at: time,
      toCommand: () => ({
        type: 'start',
        by: start.text('by') ?? 'initiator',
        variables: start.object('variables'),
        chosen: start.object('chosen') as Record<string, string[]> | undefined,
        message: start.text('message'),
        at: element,
      }),
    }
  },
  complete: (fields) => ({ type: 'flow', toCommand: (place) => complete(place, fields) }),
  completeAll: (fields) => ({ type: 'completeAll', decision: fields.text('decision') ?? 'approve' }),
  trigger: (fields) =>
    flow((place) => {
      const elementId = fields.name('trigger')
      const activationId = triggered(place, elementId, fields.number('nth') ?? 0)
      return { type: 'trigger', elementId, activationId, variables: fields.object('variables') }
    }),
  message: (fields) =>
    flow(() => ({
      type: 'deliverMessage',
      name: fields.name('message'),
      elementId: fields.text('element'),
      correlationKey: fields.text('correlationKey'),
      variables: fields.object('variables'),
    })),
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
      after: fields.text('after') === 'straight' ? 'straight' : 'replay',
    })),
  withdraw: (fields) =>
    flow((place) => {
      const by = fields.text('by')
      return typeof fields.get('withdraw') === 'string'
        ? withdraw(place, fields.name('withdraw'), by)
        : { type: 'withdraw', by: by ?? place.instance?.initiator ?? '' }
    }),
  transfer: (fields) => onTask(fields, 'transfer', (task) => ({ type: 'transfer', ...task, to: fields.name('to') })),
  delegate: (fields) => onTask(fields, 'delegate', (task) => ({ type: 'delegate', ...task, to: fields.name('to') })),
  resolve: (fields) =>
    onTask(fields, 'resolve', (task) => ({ type: 'resolve', ...task, decision: fields.text('decision') })),
  claim: (fields) => onTask(fields, 'claim', (task) => ({ type: 'claim', ...task })),
  addSigners: (fields) =>
    onTask(fields, 'addSigners', (task) => ({
      type: 'addSigners',
      ...task,
      people: fields.texts('people'),
      how:
        fields.text('how') === 'before' || fields.text('how') === 'after'
          ? (fields.text('how') as 'before' | 'after')
          : 'beside',
    })),
  removeSigners: (fields) =>
    onTask(fields, 'removeSigners', (task) => ({ type: 'removeSigners', ...task, people: fields.texts('people') })),
  cc: (fields) => flow(() => ({ type: 'cc', by: fields.text('by') ?? 'somebody', people: fields.texts('cc') })),
  urge: (fields) => flow(() => ({ type: 'urge', by: fields.text('by') ?? 'initiator' })),
  jump: (fields) =>
    flow(() => ({
      type: 'jump',
      by: fields.text('by') ?? 'administrator',
      from: fields.name('jump'),
      to: fields.name('to'),
    })),
  suspend: (fields) => flow(() => ({ type: 'suspend', by: fields.text('by') ?? 'administrator' })),
  resume: (fields) => flow(() => ({ type: 'resume', by: fields.text('by') ?? 'administrator' })),
  failService: (fields) =>
    flow((place) => ({
      type: 'failService',
      serviceId: service(place, fields.name('failService'), fields),
      error: { code: fields.text('code'), message: fields.text('message') ?? 'failed' },
      final: fields.get('final') !== false,
    })),
  retry: (fields) => flow((place) => ({ type: 'retry', serviceId: service(place, fields.name('retry'), fields) })),
}

function flow(toCommand: (place: Place) => Command): SimulatorCommand {
  return { type: 'flow', toCommand }
}

/** A command on one open task: at the element that the command names, of `by` or its first candidate. */
function onTask(fields: Fields, name: string, to: (task: { taskId: string; by: string }) => Command): SimulatorCommand {
  return flow((place) => {
    const { taskId = '', people } = find(place, fields.name(name), fields, ({ kind }) => kind === 'user')
    return to({ taskId, by: fields.text('by') ?? people[0] ?? 'somebody' })
  })
}

/** Completes whatever waits at the element: a task, a service, or a receive task without a message. */
function complete(place: Place, fields: Fields): Command {
  const elementId = fields.name('complete')
  const variables = fields.object('variables')
  const { kind, taskId, activationId, people, elementId: key } = find(place, elementId, fields, () => true)
  if (taskId !== undefined) {
    const by = fields.text('by') ?? people[0] ?? 'somebody'
    const resubmits = place.definition.elements[key]?.type === 'bpmn:StartEvent'
    const decision = fields.text('decision') ?? (resubmits ? 'submit' : 'approve')
    return { type: 'complete', taskId, by, decision, variables }
  }
  if (kind !== 'service') return { type: 'trigger', elementId, activationId, variables }
  return {
    type: 'completeService',
    serviceId: service(place, elementId, fields),
    result: fields.get('result'),
    variables,
  }
}

/** `nth`: 0-based, of several at the same element. `by`: of several tasks, the one of this person. */
function find(
  { definition, instance }: Place,
  elementId: string,
  fields: Fields,
  suits: (wait: Wait) => boolean,
): Wait {
  if (!instance) throw new FlowError('NOT_STARTED')
  const by = fields.text('by')
  const there = waitsOf(definition, instance).filter((wait) => isAt(wait.elementId, elementId) && suits(wait))
  const theirs = there.filter(({ people }) => by === undefined || people.length === 0 || people.includes(by))
  const wait = (theirs.length > 0 ? theirs : there)[fields.number('nth') ?? 0]
  if (!wait) throw new FlowError('TASK_NOT_FOUND', { elementId })
  return wait
}

/** An element by its id as it is drawn, in whatever process and instance, or by its key. */
function isAt(key: string, elementId: string): boolean {
  return key === elementId || bareIdOf(key) === elementId
}

/** Which of several visits of a receive task goes on; none: the command itself will be refused. */
function triggered({ definition, instance }: Place, elementId: string, nth: number): number | undefined {
  const waits = instance ? waitsOf(definition, instance) : []
  return waits.filter((wait) => wait.kind === 'receive' && isAt(wait.elementId, elementId))[nth]?.activationId
}

function service({ instance }: Place, elementId: string, fields: Fields): string {
  const found = instance?.services.filter(({ element }) => isAt(element, elementId))[fields.number('nth') ?? 0]
  if (!found) throw new FlowError('SERVICE_NOT_FOUND', { elementId })
  return found.id
}

/** Takes back the last decision at an element. */
function withdraw({ instance }: Place, elementId: string, by: string | undefined): Command {
  const seats = instance?.activations
    .filter(({ element }) => isAt(element, elementId))
    .flatMap(({ round }) => round?.seats ?? [])
  const decided = seats?.findLast((seat) => seat.decision !== undefined && (by === undefined || seat.by === by))
  if (decided?.task === undefined) throw new FlowError('TASK_NOT_FOUND', { elementId })
  return { type: 'withdraw', by: by ?? decided.by ?? '', taskId: decided.task }
}

/** Reads the fields of a line, and says which one is wrong. */
class Fields {
  private readonly line: Record<string, unknown>

  constructor(line: Record<string, unknown>) {
    this.line = line
  }

  get(key: string): unknown {
    return Object.hasOwn(this.line, key) ? this.line[key] : undefined
  }

  text(key: string): string | undefined {
    const value = this.get(key)
    return value === undefined || typeof value === 'string' ? value : this.refuse(key, 'a text')
  }

  name(key: string): string {
    return this.text(key) ?? this.refuse(key, 'a text')
  }

  texts(key: string): string[] {
    const value = this.get(key)
    const texts = Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : []
    return Array.isArray(value) && texts.length === value.length ? texts : this.refuse(key, 'a list of texts')
  }

  number(key: string): number | undefined {
    const value = this.get(key)
    return value === undefined || typeof value === 'number' ? value : this.refuse(key, 'a number')
  }

  object(key: string): Variables | undefined {
    const value = this.get(key)
    if (value === undefined || value === true || value === null) return undefined
    return typeof value === 'object' && !Array.isArray(value) ? (value as Variables) : this.refuse(key, 'an object')
  }

  private refuse(key: string, expected: string): never {
    throw new FlowError('COMMAND_INVALID', { key, expected })
  }
}
