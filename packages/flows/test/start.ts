import { readFileSync } from 'node:fs'
import { evaluate } from 'feelin'
import { deepFreeze } from '../src/definition/deep-freeze.ts'
import { bareIdOf } from '../src/definition/element-key.ts'
import { behaviorOf } from '../src/engine/behaviors/index.ts'
import {
  advance,
  type Command,
  type Context,
  type Event,
  FlowError,
  type FlowErrorCode,
  type Instance,
  openTasks,
  type PeopleRule,
  type ProcessDefinition,
  parse,
  type Variables,
} from '../src/index.ts'

/** Reads the diagram beside a test: `diagram(import.meta.url, 'user-task.bpmn')`. */
export function diagram(test: string, file: string): Promise<ProcessDefinition> {
  return parse(readFileSync(new URL(file, test), 'utf8'))
}

export interface StartOptions {
  by?: string
  variables?: Variables
  message?: string
  at?: string
  chosen?: Record<string, string[]>
  people?: Context['people']
  addWorkTime?: Context['addWorkTime']
  now?: string
}

/** Starts a process and plays host to it. */
export function start(definition: ProcessDefinition, options: StartOptions = {}): TestRun {
  const run = new TestRun(definition, options)
  const { by = 'applicant', variables, message, at, chosen } = options
  run.send({ type: 'start', by, variables, message, at, chosen })
  return run
}

/** A host with verbs of the domain. Every instance is frozen, so that a command that changes its arguments fails. */
export class TestRun {
  definition: ProcessDefinition
  readonly events: Event[] = []
  instance: Instance | undefined
  now: string
  private readonly people: Context['people']
  private readonly addWorkTime: Context['addWorkTime']
  private ids = 0

  constructor(definition: ProcessDefinition, options: StartOptions) {
    const { people = directory, now = '2026-01-01T00:00:00.000Z' } = options
    this.addWorkTime = options.addWorkTime
    this.definition = definition
    this.people = people
    this.now = now
  }

  get context(): Context {
    return {
      now: this.now,
      newId: () => {
        this.ids += 1
        return `id-${this.ids}`
      },
      evaluate: (expression, variables) => evaluate(expression, { ...variables }).value,
      people: this.people,
      ...(this.addWorkTime && { addWorkTime: this.addWorkTime }),
    }
  }

  /** Sends a command, and answers what happened. */
  send(command: Command): Event[] {
    const { instance, events } = advance(this.definition, deepFreeze(this.instance), deepFreeze(command), this.context)
    this.instance = instance
    this.events.push(...events)
    return events
  }

  get state(): Instance {
    if (!this.instance) throw new Error('not started')
    return this.instance
  }

  get status(): Instance['status'] {
    return this.state.status
  }

  get variables(): Variables {
    return this.state.variables
  }

  /** Element ids, as they are drawn, of what is open and has nothing inside, in the order of opening. */
  waitingAt(): string[] {
    return this.state.activations
      .filter(({ element, done }) => done === undefined && !isScope(this.definition, element))
      .map(({ element }) => bareIdOf(element))
  }

  /** Open tasks as `element person,person`. */
  tasks(): string[] {
    return openTasks(this.state).map(({ elementId, candidates }) =>
      `${bareIdOf(elementId)} ${candidates.join(',')}`.trim(),
    )
  }

  /** The id of an open task: of this element, and of this person where several have one. */
  task(elementId: string, person?: string): string {
    const task = openTasks(this.state).find(
      (open) => isAt(open.elementId, elementId) && (person === undefined || open.candidates.includes(person)),
    )
    if (!task) throw new Error(`no open task at ${elementId}, but at ${this.tasks().join('; ')}`)
    return task.taskId
  }

  /** Somebody who may complete the task. */
  private personOf(taskId: string): string {
    return openTasks(this.state).find((open) => open.taskId === taskId)?.candidates[0] ?? 'somebody'
  }

  complete(elementId: string, decision = 'approve', { by, variables }: { by?: string; variables?: Variables } = {}) {
    const taskId = this.task(elementId, by)
    return this.send({ type: 'complete', taskId, by: by ?? this.personOf(taskId), decision, variables })
  }

  return(elementId: string, to: string, options: { by?: string; after?: 'replay' | 'straight' } = {}) {
    const taskId = this.task(elementId, options.by)
    return this.send({ type: 'return', taskId, by: options.by ?? this.personOf(taskId), to, after: options.after })
  }

  /** Takes back the last decision at an element. */
  withdraw(elementId: string, by?: string) {
    const done = this.events
      .filter((event) => event.type === 'TaskCompleted')
      .filter((event) => isAt(event.elementId, elementId))
    const last = done.findLast((event) => event.by === by) ?? done.at(-1)
    if (!last) throw new Error(`nothing was completed at ${elementId}`)
    return this.send({ type: 'withdraw', by: by ?? last.by, taskId: last.taskId })
  }

  /** Fires the timer of an element, at the instant when it is due. */
  fire(elementId: string) {
    const timer = this.state.timers.find(({ element }) => isAt(element, elementId))
    if (!timer) throw new Error(`no timer at ${elementId}`)
    this.now = timer.at
    return this.send({ type: 'fireTimer', timerId: timer.id })
  }

  deliver(name: string, correlationKey?: string, variables?: Variables) {
    return this.send({ type: 'deliverMessage', name, correlationKey, variables })
  }

  /** Moves the case to another version of its flow. */
  migrate(to: ProcessDefinition, options: Partial<Extract<Command, { type: 'migrate' }>> = {}) {
    const command = { type: 'migrate', by: 'administrator', from: this.definition, ...options } as const
    const { instance, events } = advance(to, deepFreeze(this.instance), deepFreeze(command), this.context)
    this.instance = instance
    this.definition = to
    this.events.push(...events)
    return events
  }

  serve(elementId: string, result?: unknown) {
    return this.send({ type: 'completeService', serviceId: this.service(elementId), result })
  }

  fail(elementId: string, error: { code?: string; message: string }, final = true) {
    return this.send({ type: 'failService', serviceId: this.service(elementId), error, final })
  }

  service(elementId: string): string {
    const service = this.state.services.find(({ element }) => isAt(element, elementId))
    if (!service) throw new Error(`no service at ${elementId}`)
    return service.id
  }
}

/** An element by its key, or by its id as it is drawn. */
function isAt(key: string, elementId: string): boolean {
  return key === elementId || bareIdOf(key) === elementId
}

/** True for what has other visits inside: a sub-process, or an event that compensates. */
export function isScope({ elements }: ProcessDefinition, id: string): boolean {
  const element = elements[id]
  return element !== undefined && behaviorOf(element)?.isScope === true
}

/** People of a small office: a user is themselves, a role is its name, a field names people or one person. */
export function directory(rule: PeopleRule, query: Parameters<Context['people']>[1]): readonly string[] {
  const { from, value = '' } = rule
  if (from === 'user') return value === 'disabled' ? [] : [value]
  if (from === 'lane') return [value]
  if (from === 'role') return value === 'nobody' ? [] : [value]
  if (from === 'initiator') return [query.initiator]
  if (from === 'leader') return ['leader']
  if (from === 'initiatorChoice' || from === 'previousChoice') return query.chosen
  if (from === 'field') return [query.variables[value] ?? []].flat().map(String)
  return []
}

/** Fails unless `action` is refused with this code; answers where and what else. */
export function refused(code: FlowErrorCode, action: () => unknown): Readonly<Record<string, unknown>> {
  try {
    action()
  } catch (error) {
    if (error instanceof FlowError && error.code === code) return error.details
    throw error
  }
  throw new Error(`expected a refusal with ${code}`)
}
