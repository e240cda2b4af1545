import fc from 'fast-check'
import { expect, it } from 'vitest'
import { checkState } from '../../test/check-state.ts'
import { block, LEVEL, toXml } from '../../test/random-diagram.ts'
import { choose, finish, isOver, picture, possibleCommands, RandomRun } from '../../test/random-run.ts'
import { deepFreeze } from '../definition/deep-freeze.ts'
import {
  activationsOf,
  type Command,
  type Event,
  type Instance,
  link,
  openTasks,
  type ProcessDefinition,
  parseAll,
  replay,
} from '../index.ts'
import type { Activation } from './instance.ts'
import { scopesOf } from './instances.ts'
import { unfolded } from './state.ts'

/** Random runs in all: 20,000, or as many as `ZHUPI_RUNS` says. Every diagram is played several times. */
const RUNS = Number(process.env.ZHUPI_RUNS ?? 20_000)
const RUNS_A_DIAGRAM = 20

const choices = fc.array(fc.array(fc.nat(9999), { maxLength: 24 }), {
  minLength: RUNS_A_DIAGRAM,
  maxLength: RUNS_A_DIAGRAM,
})

/** Plays random diagrams by random commands, and lets `check` look at each run. */
async function play(
  share: number,
  check: (definition: ProcessDefinition, choices: number[]) => void,
  options: { repeat?: boolean; signals?: boolean } = {},
) {
  const property = fc.asyncProperty(block, choices, async (drawn, plays) => {
    const [first, ...processes] = await parseAll(toXml(drawn, options))
    const definition = link(first!, { processes, decisions: [LEVEL] })
    for (const chosen of plays) check(definition, chosen)
  })
  await fc.assert(property, { numRuns: Math.ceil((RUNS * share) / RUNS_A_DIAGRAM) })
}

it('keeps its state whole, whatever is asked of it', { timeout: 0 }, () =>
  play(0.5, (definition, chosen) => {
    const run = new RandomRun(definition)
    checkState(definition, run.instance, run.events)
    for (const choice of chosen) {
      if (isOver(run.instance)) break
      const before = run.instance
      const command = choose([...possibleCommands(definition, run.instance), ...NONSENSE], choice)
      const events = command && run.send(command)
      if (events) checkState(definition, run.instance, events)
      else expect(run.instance).toBe(before)
    }
    expect(replay(run.events)).toEqual(run.instance)
    checkCompensation(run.events)
    checkCompensation(run.events)
  }),
)

/** Refused always, and never with anything but a FlowError. */
const NONSENSE = [
  { type: 'complete', taskId: 'x', by: 'u1', decision: 'approve' },
  { type: 'complete' },
  { type: 'return', taskId: 'x', by: 'u1', to: 'y' },
  { type: 'withdraw', by: 'u1', taskId: 'x' },
  { type: 'withdraw' },
  { type: 'fireTimer', timerId: 'x' },
  { type: 'deliverMessage', name: 'x' },
  { type: 'completeService', serviceId: 'x' },
  { type: 'start', by: 'u1' },
  { type: 'constructor' },
  {},
] as Command[]

/** Where nothing was undone, nothing is compensated twice, however long ago. */
function checkCompensation(events: readonly Event[]) {
  if (events.some(({ type }) => type === 'LineageUndone' || type === 'RoundReopened')) return
  const compensated = events.flatMap((event) => (event.type === 'ElementEntered' ? (event.compensates ?? []) : []))
  expect(new Set(compensated).size).toBe(compensated.length)
}

it('stays replayable wherever an administrator jumps', { timeout: 0 }, () =>
  play(0.1, (definition, chosen) => {
    const run = new RandomRun(definition)
    for (const choice of chosen) {
      if (run.instance.status !== 'running') break
      const command = choose(
        [...possibleCommands(definition, run.instance), ...jumps(definition, run.instance)],
        choice,
      )
      if (command) run.send(command)
    }
    expect(replay(run.events)).toEqual(run.instance)
  }),
)

it('does the same whether what lies behind is folded or not', { timeout: 0 }, () =>
  play(0.1, (definition, chosen) => {
    const [run, plain] = [new RandomRun(definition), new RandomRun(definition)]
    for (const choice of chosen) {
      if (isOver(run.instance)) break
      plain.instance = deepFreeze({ ...unfolded(run.instance), shape: 1, behind: undefined })
      const commands = possibleCommands(definition, run.instance)
      expect(possibleCommands(definition, plain.instance)).toEqual(commands)
      const command = choose([...commands, ...jumps(definition, run.instance)], choice)
      if (!command) continue
      expect(plain.send(command)).toEqual(run.send(command))
      expect(unfolded(plain.instance).activations).toEqual(unfolded(run.instance).activations)
    }
    expect(plain.events).toEqual(run.events)
  }),
)

function jumps(definition: ProcessDefinition, { activations }: Instance): Command[] {
  const open = activations.filter(({ done }) => done === undefined)
  return open.flatMap(({ element }) =>
    Object.keys(definition.elements).map((to): Command => ({ type: 'jump', by: 'administrator', from: element, to })),
  )
}

it('always ends when everybody approves', { timeout: 0 }, () =>
  play(0.1, (definition, chosen) => {
    const run = new RandomRun(definition)
    for (const choice of chosen) {
      const command = choose(possibleCommands(definition, run.instance), choice)
      if (command && !isOver(run.instance)) run.send(command)
    }
    finish(run)
  }),
)

/** Goes on without timers (which the same decisions would not bring back), until a command of `wanted` can be given. */
function reach(run: RandomRun, chosen: number[], wanted: (command: Command) => boolean): Command | undefined {
  for (const choice of chosen) {
    if (run.instance.status !== 'running') return undefined
    const commands = possibleCommands(run.definition, run.instance)
    const found = commands.filter(wanted)
    if (found.length > 0 && choice % 4 === 0) return choose(found, Math.floor(choice / 4))
    const next = commands.filter(
      (candidate) =>
        candidate.type === 'completeService' ||
        candidate.type === 'trigger' ||
        (candidate.type === 'complete' && !candidate.variables),
    )
    const command = choose(next, choice)
    if (command) run.send(command)
  }
  return undefined
}

/** What a person or system did, by where: to be done again where the same is asked again. */
interface Deed {
  element: string
  /** Which instances it is in, innermost first. */
  instances: string
  by?: string
  decision?: string
}

/** The deeds that a return or withdrawal undid, in the order in which they were done. */
function undoneDeeds(run: RandomRun, before: Instance, events: readonly Event[]): Deed[] {
  const undone = new Set(events.flatMap((event) => (event.type === 'TaskUndone' ? [event.taskId] : [])))
  const visits = activationsOf(before)
  const gone = new Set(visits.map(({ id }) => id))
  for (const { id } of activationsOf(run.instance)) gone.delete(id)
  const passed = visits.filter(({ id, element, done, cut }) => {
    const { type, loop } = run.definition.elements[element] ?? {}
    const work = (type === 'bpmn:ServiceTask' || type === 'bpmn:ReceiveTask') && !loop
    return work && gone.has(id) && done !== undefined && !cut
  })
  return run.events.flatMap((event): Deed[] => {
    if (event.type === 'TaskCompleted' && undone.has(event.taskId)) {
      const { taskId, elementId: element, by, decision } = event
      const visit = visits.find(({ round }) => round?.seats.some(({ task }) => task === taskId))
      return [{ element, by, decision, instances: instancesAround(before, visit) }]
    }
    const left = event.type === 'ElementLeft' && passed.find(({ id }) => id === event.activationId)
    return left ? [{ element: left.element, instances: instancesAround(before, left) }] : []
  })
}

function instancesAround(instance: Instance, visit: Activation | undefined): string {
  return visit
    ? scopesOf(activationsOf(instance), visit)
        .flatMap(({ instance }) => instance ?? [])
        .join()
    : ''
}

function commandFor(run: RandomRun, { element, instances, by = '', decision }: Deed): Command | undefined {
  const visit = run.instance.activations.find(
    (open) => open.element === element && open.done === undefined && instancesAround(run.instance, open) === instances,
  )
  if (!visit) return undefined
  if (decision !== undefined) {
    const task = openTasks(run.instance).find(
      ({ roundId, candidates }) => roundId === visit.round?.id && (candidates.length === 0 || candidates.includes(by)),
    )
    return task && { type: 'complete', taskId: task.taskId, by, decision }
  }
  const service = run.instance.services.find(({ activation }) => activation === visit.id)
  if (service) return { type: 'completeService', serviceId: service.id }
  return run.definition.elements[element]?.type === 'bpmn:ReceiveTask'
    ? { type: 'trigger', elementId: element, activationId: visit.id }
    : undefined
}

function doAgain(run: RandomRun, deeds: Deed[]) {
  for (let left = deeds; left.length > 0; ) {
    const next = left.find((deed) => commandFor(run, deed))
    const command = next && commandFor(run, next)
    if (!command) return
    run.send(command)
    left = left.filter((deed) => deed !== next)
  }
}

it.each(['replay', 'straight', 'withdraw'] as const)(
  'comes to the same state by the same decisions again: %s',
  { timeout: 0 },
  (way) =>
    play(
      0.4 / 3,
      (definition, [first = 0, ...chosen]) => {
        const run = new RandomRun(definition, { choice0: first % 2 === 0, choice1: first % 3 === 0 })
        const command = reach(run, chosen, (candidate) =>
          way === 'withdraw'
            ? candidate.type === 'withdraw'
            : candidate.type === 'return' && (candidate.after ?? 'replay') === way,
        )
        // Of a loop that went round, only the last round is undone: there is nothing to do again for the others.
        if (!command || run.events.some(({ type }) => type === 'ElementSuperseded')) return
        const before = run.instance
        const events = run.send(command)
        if (!events) throw new Error('what is offered is refused')
        // What goes straight back is not done again.
        const deeds = undoneDeeds(run, before, events).filter(({ by }) => way !== 'straight' || by !== undefined)
        if (openTasks(run.instance).some(({ resubmit }) => resubmit)) {
          doAgain(run, [{ element: 'start1', instances: '', by: 'applicant', decision: 'submit' }])
        }
        doAgain(run, deeds)
        expect(picture(run.instance)).toEqual(picture(before))
      },
      { repeat: false, signals: false },
    ),
)
