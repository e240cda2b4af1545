import { readdirSync, readFileSync } from 'node:fs'
import { evaluate } from 'feelin'
import { expect, it } from 'vitest'
import { createSimulator, fromOther, parseAll, type SimulatorRefusal, type SimulatorState } from '../src/index.ts'

/**
 * Diagrams as users of Camunda and Flowable draw them, each beside its play: commands, and what is to be seen after each.
 * What they hold is what the BPMN 2.0.2 specification says, and Camunda 7 does.
 */
const FOLDER = new URL('plays/', import.meta.url)

const plays = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.bpmn'))
  .map((file) => file.replace(/\.bpmn$/, ''))

interface Step {
  send: object
  then: Seen & { without?: string[] }
}

/** `waiting`: `task`, `task person,person`, `event:kind`, in any order; `timers`: `event@instant`; `subscriptions`: `event:kind:name`. */
interface Seen {
  error?: string
  status?: string
  waiting?: string[]
  timers?: string[]
  subscriptions?: string[]
  variables?: object
}

it.each(plays)('%s', async (name) => {
  const { xml } = await fromOther(readFileSync(new URL(`${name}.bpmn`, FOLDER), 'utf8'))
  const simulator = createSimulator(await parseAll(xml), {
    evaluate: (expression, variables) => evaluate(expression, { ...variables }).value,
  })
  const steps: Step[] = JSON.parse(readFileSync(new URL(`${name}.json`, FOLDER), 'utf8'))
  for (const [index, { send, then }] of steps.entries()) {
    const { without, ...expected } = then
    const answer = simulator.send(send)
    const at = `${index + 1}. ${JSON.stringify(send)}`
    expect({ at, ...seen(answer) }).toMatchObject({ at, ...sorted(expected) })
    for (const variable of without ?? []) expect(answer, at).not.toHaveProperty(['variables', variable])
  }
})

function seen(answer: SimulatorState | SimulatorRefusal): Seen {
  if ('error' in answer) return { error: answer.error.code }
  return sorted({
    status: answer.status,
    waiting: answer.waiting.map(({ element, kind, people }) =>
      kind === 'user' ? `${element} ${people.join()}`.trim() : `${element}:${kind}`,
    ),
    timers: answer.timers.map(({ element, at }) => `${element}@${at}`),
    subscriptions: answer.subscriptions.map(({ element, kind, name }) => `${element}:${kind}:${name}`),
    variables: answer.variables,
  })
}

function sorted(state: Seen): Seen {
  return { ...state, ...(state.waiting && { waiting: state.waiting.toSorted() }) }
}
