import fc from 'fast-check'
import { expect, it } from 'vitest'
import { checkState } from '../../test/check-state.ts'
import { block, toXml } from '../../test/random-diagram.ts'
import { editOf } from '../../test/random-edit.ts'
import { choose, finish, isOver, possibleCommands, RandomRun } from '../../test/random-run.ts'
import { diff, FlowError, type MigrationMapping, type Preflight, parse, preflight, replay } from '../index.ts'

/** Random runs in all: a quarter of those that the laws of the engine get. */
const RUNS = Number(process.env.ZHUPI_RUNS ?? 20_000) / 4
const RUNS_A_DIAGRAM = 20

const runs = fc.array(
  fc.record({
    before: fc.array(fc.nat(9999), { maxLength: 16 }),
    decisions: fc.array(fc.nat(9999), { minLength: 6, maxLength: 6 }),
    after: fc.array(fc.nat(9999), { maxLength: 8 }),
  }),
  { minLength: RUNS_A_DIAGRAM / 2, maxLength: RUNS_A_DIAGRAM / 2 },
)
/** Two edits of each diagram, and the runs that each meets. */
const versions = fc.array(fc.record({ edits: fc.array(fc.nat(9999), { minLength: 1, maxLength: 4 }), runs }), {
  minLength: 2,
  maxLength: 2,
})

function play(run: RandomRun, choices: readonly number[]) {
  for (const choice of choices) {
    if (isOver(run.instance)) return
    const command = choose(possibleCommands(run.definition, run.instance), choice)
    const events = command && run.send(command)
    if (events) checkState(run.definition, run.instance, events)
  }
}

/** Decides whatever the preflight asks, by chance. */
function decide(check: (mapping: MigrationMapping) => Preflight, known: MigrationMapping, choices: readonly number[]) {
  let mapping = known
  for (const choice of choices) {
    const result = check(mapping)
    if (result.verdict !== 'needs-decision') return { result, mapping }
    const [asked] = result.decisions
    const candidate = choose(asked?.candidates ?? [], choice)
    if (!asked || candidate === undefined) return { result, mapping }
    mapping = { ...mapping, [asked.id]: candidate }
  }
  return { result: check(mapping), mapping }
}

/** Some edits draw what cannot run, such as a loop without a step in it. */
function isRefused(error: unknown): undefined {
  if (!(error instanceof FlowError)) throw error
}

it('moves what it says it can, and the rest of the run comes to the end', { timeout: 0 }, async () => {
  const verdicts = { moves: 0, 'needs-decision': 0, cannot: 0 }
  const property = fc.asyncProperty(block, versions, async (drawn, edited) => {
    const xml = toXml(drawn)
    const from = await parse(xml)
    for (const { edits, runs } of edited) {
      const edit = editOf(xml, edits)
      const to = await parse(edit.xml).catch(isRefused)
      if (!to) continue
      const known = { ...diff(from, to).mapping, ...edit.mapping }
      for (const { before, decisions, after } of runs) {
        const run = new RandomRun(from)
        play(run, before)
        if (isOver(run.instance)) continue
        const old = run.instance
        const { result, mapping } = decide((tried) => preflight(from, to, tried, old), known, decisions)
        verdicts[result.verdict] += 1
        const events = run.migrate(to, mapping)
        expect(events !== null).toBe(result.verdict === 'moves')
        if (!events) continue
        checkState(to, run.instance, events)
        expect(replay(run.events)).toEqual(run.instance)
        play(run, after)
        finish(run)
        expect(replay(run.events)).toEqual(run.instance)
      }
    }
  })
  await fc.assert(property, { numRuns: Math.ceil(RUNS / RUNS_A_DIAGRAM) })
  expect(verdicts.moves).toBeGreaterThan(verdicts.cannot)
})

it('changes nothing but the definition when it is the same', { timeout: 0 }, async () => {
  const property = fc.asyncProperty(block, runs, async (drawn, played) => {
    const definition = await parse(toXml(drawn))
    for (const { before } of played) {
      const run = new RandomRun(definition)
      play(run, before)
      if (isOver(run.instance)) continue
      const old = run.instance
      expect(run.migrate(definition, {})?.map(({ type }) => type)).toEqual(['ProcessMigrated'])
      expect(run.instance).toEqual(old)
    }
  })
  await fc.assert(property, { numRuns: Math.ceil(RUNS / RUNS_A_DIAGRAM / 2) })
})
