import fc from 'fast-check'
import { expect, it } from 'vitest'
import { net, netToXml } from '../../../test/random-net.ts'
import { possibleCommands, RandomRun } from '../../../test/random-run.ts'
import { FlowError, lint, type ProcessDefinition, parse } from '../../index.ts'

const NUM_RUNS = Number(process.env.ZHUPI_LINT_RUNS ?? 2_000)
const CHOICES = [{ choice0: true }, { choice1: true }, { choice0: true, choice1: true }, {}]

/** Plays to the end, or for so many commands; whether something lay before the join, and whether it was entered. */
function play(definition: ProcessDefinition, join: string, chosen: readonly number[]) {
  const run = new RandomRun(definition, CHOICES[(chosen[0] ?? 0) % CHOICES.length])
  for (const choice of chosen) {
    if (run.instance.status !== 'running') break
    const commands = possibleCommands(definition, run.instance).filter(({ type }) => type === 'complete')
    const command = commands[choice % Math.max(1, commands.length)]
    if (!command) break
    run.send(command)
  }
  const waits = run.instance.arrivals.some(({ flow }) => definition.sequenceFlows[flow]?.target === join)
  const entered = run.events.some((event) => event.type === 'ElementEntered' && event.elementId === join)
  return { waits, entered, status: run.instance.status }
}

it('reports only joins that no run passes, and that hold for ever what comes to them', { timeout: 0 }, async () => {
  const seen = { reported: 0, waiting: 0 }
  const plays = fc.array(fc.array(fc.nat(999), { maxLength: 30 }), { minLength: 6, maxLength: 6 })
  const property = fc.asyncProperty(net, plays, async (drawn, plays) => {
    const xml = netToXml(drawn)
    const joins = (await lint(xml)).filter(({ rule }) => rule === 'deadlock')
    if (joins.length === 0) return
    const definition = await parse(xml).catch((error) => {
      if (error instanceof FlowError) return undefined
      throw error
    })
    if (!definition) return
    for (const { elementId } of joins) {
      seen.reported += 1
      for (const chosen of plays) {
        const { waits, entered, status } = play(definition, elementId, chosen)
        expect(entered).toBe(false)
        if (!waits) continue
        seen.waiting += 1
        expect(status).toBe('running')
      }
    }
  })
  await fc.assert(property, { numRuns: NUM_RUNS })
  // The law is worth nothing where it never speaks.
  expect(seen.reported).toBeGreaterThan(NUM_RUNS / 50)
  expect(seen.waiting).toBeGreaterThan(NUM_RUNS / 50)
})
