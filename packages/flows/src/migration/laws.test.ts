import fc from 'fast-check'
import { expect, it } from 'vitest'
import { checkState } from '../../test/check-state.ts'
import { type Block, block, LEVEL, toXml } from '../../test/random-diagram.ts'
import { editOf } from '../../test/random-edit.ts'
import { choose, finish, isOver, possibleCommands, RandomRun } from '../../test/random-run.ts'
import { bareIdOf } from '../definition/element-key.ts'
import {
  diff,
  FlowError,
  link,
  type MigrationMapping,
  type Preflight,
  type ProcessDefinition,
  parseAll,
  preflight,
  replay,
} from '../index.ts'

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

type Versions = typeof versions extends fc.Arbitrary<infer T> ? T : never

/** What has broken the law once, and is looked at every time. */
const BROKEN_ONCE: [Block, Versions][] = [
  [
    // Two loops in one another, in each of which a step gets another beside it (seed -1271683689): a token that jumps from
    // the inner branches to before the outer ones leaves the token beside it to wait for ever.
    {
      kind: 'transaction',
      block: {
        kind: 'loop',
        block: {
          kind: 'loop',
          block: { kind: 'user', people: 0, round: 'single', policies: { onReject: 'continue', repeat: 'ask' } },
        },
      },
    },
    [{ edits: [5569, 4881], runs: [{ before: [], decisions: [], after: [0, 6337] }] }],
  ],
]

function play(run: RandomRun, choices: readonly number[]) {
  for (const choice of choices) {
    if (isOver(run.instance)) return
    const command = choose(possibleCommands(run.definition, run.instance), choice)
    const events = command && run.send(command)
    if (events) checkState(run.definition, run.instance, events)
  }
}

/** A diagram with the processes that it calls. */
async function read(xml: string): Promise<ProcessDefinition> {
  const [first, ...processes] = await parseAll(xml)
  return link(first!, { processes, decisions: [LEVEL] })
}

/** A mapping of ids as they are drawn, each once in a diagram, as one of the keys in its definition. */
function inKeys(from: ProcessDefinition, to: ProcessDefinition, drawn: MigrationMapping): MigrationMapping {
  const keysOf = ({ elements, sequenceFlows }: ProcessDefinition) =>
    [...Object.values(elements).filter(({ bodyOf }) => !bodyOf), ...Object.values(sequenceFlows)].map(({ id }) => id)
  const now = new Map(keysOf(to).map((key) => [bareIdOf(key), key]))
  return Object.fromEntries(
    keysOf(from).flatMap((key): [string, string][] => {
      const bare = bareIdOf(key)
      const moved = now.get((Object.hasOwn(drawn, bare) && drawn[bare]) || bare)
      return moved === undefined || moved === key ? [] : [[key, moved]]
    }),
  )
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
    const from = await read(xml)
    for (const { edits, runs } of edited) {
      const edit = editOf(xml, edits)
      const to = await read(edit.xml).catch(isRefused)
      if (!to) continue
      const known = { ...diff(from, to).mapping, ...inKeys(from, to, edit.mapping) }
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
  await fc.assert(property, { numRuns: Math.ceil(RUNS / RUNS_A_DIAGRAM), examples: BROKEN_ONCE })
  expect(verdicts.moves).toBeGreaterThan(verdicts.cannot)
})

it('changes nothing but the definition when it is the same', { timeout: 0 }, async () => {
  const property = fc.asyncProperty(block, runs, async (drawn, played) => {
    const definition = await read(toXml(drawn))
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
