import fc from 'fast-check'
import { expect, it } from 'vitest'
import { checkState } from '../../test/check-state.ts'
import { block, toXml } from '../../test/random-diagram.ts'
import { choose, finish, isOver, picture, possibleCommands, RandomRun } from '../../test/random-run.ts'
import { type Command, type Event, type Instance, openTasks, type ProcessDefinition, parse, replay } from '../index.ts'

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
    const definition = await parse(toXml(drawn, options))
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
  by?: string
  decision?: string
}

/** The deeds that a return or withdrawal undid, in the order in which they were done. */
function undoneDeeds(run: RandomRun, before: Instance, events: readonly Event[]): Deed[] {
  const undone = new Set(events.flatMap((event) => (event.type === 'TaskUndone' ? [event.taskId] : [])))
  const gone = before.activations.filter(({ id }) => !run.instance.activations.some((other) => other.id === id))
  const passed = gone.filter(({ element, done }) => {
    const type = run.definition.elements[element]?.type
    return done !== undefined && (type === 'bpmn:ServiceTask' || type === 'bpmn:ReceiveTask')
  })
  return [
    ...run.events.flatMap((event): Deed[] =>
      event.type === 'TaskCompleted' && undone.has(event.taskId)
        ? [{ element: event.elementId, by: event.by, decision: event.decision }]
        : [],
    ),
    ...passed.map(({ element }): Deed => ({ element })),
  ]
}

function commandFor(run: RandomRun, { element, by = '', decision }: Deed): Command | undefined {
  if (decision !== undefined) {
    const task = openTasks(run.instance).find(
      ({ elementId, candidates }) => elementId === element && candidates.includes(by),
    )
    return task && { type: 'complete', taskId: task.taskId, by, decision }
  }
  const service = run.instance.services.find((candidate) => candidate.element === element)
  if (service) return { type: 'completeService', serviceId: service.id }
  const waits = run.instance.activations.some((open) => open.element === element && open.done === undefined)
  return waits && run.definition.elements[element]?.type === 'bpmn:ReceiveTask'
    ? { type: 'trigger', elementId: element }
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
          doAgain(run, [{ element: 'start1', by: 'applicant', decision: 'submit' }])
        }
        doAgain(run, deeds)
        expect(picture(run.instance)).toEqual(picture(before))
      },
      { repeat: false, signals: false },
    ),
)
