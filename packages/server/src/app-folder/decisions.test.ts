import { parse, parseDecisions } from '@zhupi/flows'
import { expect, it } from 'vitest'
import { TALENT_APP, talentOffice } from '../../test/talent-office.ts'
import type { AppFolder, Sourced } from './app.ts'
import { checkDecisions } from './check-decisions.ts'
import { checkMatters } from './check-matters.ts'
import { publishApp } from './definition-store.ts'
import { loadApp } from './load-app.ts'

const table = (
  output: string,
) => `<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="f" name="f" namespace="t">
  <decision id="level" name="level"><literalExpression><text>${output}</text></literalExpression></decision></definitions>`

async function sourced<T>(file: string, source: string, read: (text: string) => Promise<T>): Promise<Sourced<T>> {
  return { file, source, definition: await read(source) }
}

/** The application of the tests with a business rule task in its flow. */
async function deciding(output: string | undefined): Promise<AppFolder> {
  const app = await loadApp(TALENT_APP)
  const key = app.matters.get('talent')?.definition.flow ?? ''
  const source = (app.flows.get(key)?.source ?? '').replace(
    '</bpmn:process>',
    `<bpmn:businessRuleTask id="rate"><bpmn:extensionElements><zhupi:decision ref="level" result="level" /></bpmn:extensionElements></bpmn:businessRuleTask></bpmn:process>`,
  )
  const flow = await sourced(`flows/${key}.bpmn`, source, (text) => parse(text))
  const decisions = output === undefined ? [] : [await sourced('decisions/rating.dmn', table(output), parseDecisions)]
  return {
    ...app,
    flows: new Map([...app.flows, [key, flow]]),
    decisions: new Map(decisions.map((one) => ['rating', one])),
  }
}

it('links the decisions of an application, and each version of a matter keeps its own', async () => {
  const office = await talentOffice()
  const first = await publishApp(office.db, await deciding('1'), office.now())
  const second = await publishApp(office.db, await deciding('2'), office.now())
  const [before, now] = [first.matter('talent').version, second.matter('talent').version]
  expect(now).toBe(before + 1)
  const decided = async (version: number) =>
    (await second.matterVersion(office.db.read, 'talent', version)).flow.elements.rate?.decision?.linked?.steps[0]
      ?.logic
  expect(await decided(now)).toEqual({ kind: 'expression', expression: '2' })
  expect(await decided(before)).toEqual({ kind: 'expression', expression: '1' })
})

it('misses a decision that a flow names', async () => {
  const codes = async (app: AppFolder) => (await checkMatters(app)).map(({ code }) => code)
  expect(await codes(await deciding(undefined))).toContain('DECISION_MISSING')
  expect(await codes(await deciding('1'))).not.toContain('DECISION_MISSING')
})

it('refuses a decision that two files have, and FEEL that cannot be read', async () => {
  const app = await deciding('1 +')
  const [one] = app.decisions.values()
  if (!one) throw new Error('no decision')
  const twice = { ...app, decisions: new Map([...app.decisions, ['other', { ...one, file: 'decisions/other.dmn' }]]) }
  expect(checkDecisions(twice).map(({ file, code }) => [file, code])).toEqual([
    ['decisions/rating.dmn', 'EXPRESSION_SYNTAX'],
    ['decisions/other.dmn', 'EXPRESSION_SYNTAX'],
    ['decisions/other.dmn', 'DECISION_TWICE'],
  ])
})
