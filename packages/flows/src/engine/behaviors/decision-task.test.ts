import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { diagram, refused, start } from '../../../test/start.ts'
import { link, parseDecisions } from '../../index.ts'
import { replay } from '../apply.ts'

const drawn = await diagram(import.meta.url, 'decision-task.bpmn')
const decisions = await parseDecisions(readFileSync(new URL('decision-task.dmn', import.meta.url), 'utf8'))
const definition = link(drawn, { decisions })

it('decides by its linked decision, and goes on', () => {
  const run = start(definition, { variables: { points: 75 } })
  expect(run.waitingAt()).toEqual(['last'])
  expect(run.variables).toMatchObject({ level: 'B', years: 5, bonus: 7500 })
  expect(replay(run.events)).toEqual(run.state)
})

it('refuses the command when the rules that hit are too many', () => {
  const details = refused('HIT_POLICY_VIOLATED', () => start(definition, { variables: { points: 120 } }))
  expect(details).toMatchObject({ elementId: 'rate', decisionId: 'level', rules: [3, 4] })
})

it('is a service of the host where no decision is linked', () => {
  const run = start(drawn, { variables: { points: 75 } })
  expect(run.waitingAt()).toEqual(['rate'])
  run.serve('rate')
  expect(run.waitingAt()).toEqual(['spread'])
})

it('names its decision', async () => {
  expect(drawn.elements.rate?.decision).toEqual({ ref: 'level', result: 'level' })
  expect(link(drawn, {}).elements.rate).toEqual(drawn.elements.rate)
  expect(Object.isFrozen(definition.elements.rate)).toBe(true)
})

it('needs a context of variables where it names no result', () => {
  const [level] = decisions
  const wrong = link(drawn, { decisions: level ? [level, { ...level, id: 'terms' }] : [] })
  const details = refused('EXPRESSION_FAILED', () => start(wrong, { variables: { points: 75 } }))
  expect(details).toMatchObject({ elementId: 'spread' })
})
