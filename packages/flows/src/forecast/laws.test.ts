import fc from 'fast-check'
import { expect, it } from 'vitest'
import { block, LEVEL, toXml } from '../../test/random-diagram.ts'
import { net, netToXml } from '../../test/random-net.ts'
import { choose, isOver, possibleCommands, RandomRun } from '../../test/random-run.ts'
import { behaviorOf } from '../engine/behaviors/index.ts'
import {
  type Command,
  type Event,
  FlowError,
  type ForecastStep,
  forecast,
  type Instance,
  link,
  openTasks,
  type ProcessDefinition,
  parseAll,
  waitsOf,
} from '../index.ts'
import { assumeNext } from './assume.ts'

/** Random runs in all: 2,000, or as many as `ZHUPI_FORECAST_RUNS` says; half of them on structured diagrams. */
const RUNS = Number(process.env.ZHUPI_FORECAST_RUNS ?? 2000)
const RUNS_A_DIAGRAM = 8

const plays = fc.array(
  fc.record({
    before: fc.array(fc.nat(9999), { maxLength: 12 }),
    after: fc.array(fc.nat(9999), { minLength: 40, maxLength: 40 }),
  }),
  {
    minLength: RUNS_A_DIAGRAM,
    maxLength: RUNS_A_DIAGRAM,
  },
)

const structured = block.map((drawn) => toXml(drawn))
const unstructured = net.map((drawn) => netToXml(drawn))

/** Plays a random diagram by random commands, and lets `check` look at where it stands. */
async function play(check: (run: RandomRun, choices: readonly number[]) => void) {
  const property = fc.asyncProperty(fc.oneof(structured, unstructured), plays, async (xml, chosen) => {
    const parsed = await parseAll(xml).catch((error) => error)
    if (parsed instanceof FlowError) return
    const [first, ...processes] = parsed
    const definition = link(first, { processes, decisions: [LEVEL] })
    for (const { before, after } of chosen) {
      const run = started(definition, after[0] ?? 0)
      if (!run) return
      for (const choice of before) {
        const command = choose(possibleCommands(definition, run.instance), choice)
        if (command && !isOver(run.instance)) run.send(command)
      }
      if (run.instance.status === 'running') check(run, after)
    }
  })
  await fc.assert(property, { numRuns: Math.ceil(RUNS / RUNS_A_DIAGRAM) })
}

/** An unstructured diagram may have no way on from its start. */
function started(definition: ProcessDefinition, choice: number): RandomRun | undefined {
  try {
    return new RandomRun(definition, { choice0: choice % 2 === 0, choice1: choice % 3 === 0 })
  } catch (error) {
    if (error instanceof FlowError) return undefined
    throw error
  }
}

/** Where a command led: every step that was entered, passed at once or not, and every wait that is there anew. */
function cameTo(definition: ProcessDefinition, before: Instance, after: Instance, events: readonly Event[]): string[] {
  const entered = events.flatMap((event) => (event.type === 'ElementEntered' ? [event.elementId] : []))
  const waits = waitsOf(definition, after).filter(({ activationId }) => activationId >= before.next)
  return [
    ...entered.filter((id) => behaviorOf(definition.elements[id]!)?.waits !== undefined),
    ...waits.map(({ elementId }) => elementId),
  ]
}

function expected(steps: readonly ForecastStep[]): Set<string> {
  return new Set(steps.map(({ elementId }) => elementId))
}

/** What is named besides: other ways of gateways, and events that may happen. */
function named(steps: readonly ForecastStep[]): Set<string> {
  return new Set(
    steps.flatMap(({ alternatives, otherwise, mayHappen }) => [
      ...alternatives,
      ...otherwise,
      ...mayHappen.flatMap(({ elementId, leadsTo }) => [elementId, ...leadsTo]),
    ]),
  )
}

it('names all that comes when everybody answers as it assumed, in whatever order', { timeout: 0 }, () =>
  play((run, choices) => {
    const { definition } = run
    const steps = forecast(definition, run.instance, run.context)
    const [foreseen, besides] = [expected(steps), named(steps)]
    for (const choice of choices) {
      const before = run.instance
      const answers = waitsOf(definition, before).flatMap((wait) => assumeNext(definition, before, [wait], {}) ?? [])
      const atOnce = answers.filter(({ at }) => at === undefined)
      const answer = choose(atOnce.length > 0 ? atOnce : answers.slice(0, 1), choice)
      const events = answer && run.send(answer.command)
      if (isOver(run.instance)) return
      if (!events) continue
      for (const elementId of cameTo(definition, before, run.instance, events)) {
        if (foreseen.has(elementId)) continue
        expect([...besides], `${elementId} comes and was not named`).toContain(elementId)
        return
      }
      for (const { elementId, people } of waitsOf(definition, run.instance)) {
        const step = steps.find((one) => one.elementId === elementId)
        if (step)
          expect([...step.people, ...step.skipped.map(({ person }) => person)]).toEqual(
            expect.arrayContaining([...people]),
          )
      }
    }
  }),
)

it('names what comes next as an alternative when it is answered otherwise', { timeout: 0 }, () =>
  play((run, choices) => {
    const { definition } = run
    for (const choice of choices.slice(0, 6)) {
      const before = run.instance
      const steps = forecast(definition, before, run.context)
      const known = new Set([...expected(steps), ...named(steps)])
      const command = choose(
        possibleCommands(definition, before).filter((one) => isAnswer(definition, before, one)),
        choice,
      )
      const events = command && run.send(command)
      if (!events || isOver(run.instance)) return
      const came = cameTo(definition, before, run.instance, events)
      expect([...known], `${JSON.stringify(command)} leads to ${came.join()}`).toEqual(expect.arrayContaining(came))
    }
  }),
)

/** Whatever goes on from where the case stands; a reject that returns is a return. */
function isAnswer(definition: ProcessDefinition, instance: Instance, command: Command): boolean {
  if (command.type === 'complete' && command.decision === 'reject') {
    const task = openTasks(instance).find(({ taskId }) => taskId === command.taskId)
    return definition.elements[task?.elementId ?? '']?.approval?.policies.onReject !== 'return'
  }
  const answers: readonly Command['type'][] = [
    'complete',
    'completeService',
    'failService',
    'trigger',
    'fireTimer',
    'broadcastSignal',
  ]
  return answers.includes(command.type)
}

it('leaves the case and the host as they were', { timeout: 0 }, () =>
  play((run) => {
    const before = JSON.stringify(run.instance)
    const once = forecast(run.definition, run.instance, run.context)
    expect(forecast(run.definition, run.instance, run.context)).toEqual(once)
    expect(JSON.stringify(run.instance)).toBe(before)
  }),
)
