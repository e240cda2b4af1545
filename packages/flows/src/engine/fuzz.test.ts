import fc from 'fast-check'
import { expect, it } from 'vitest'
import { block, toXml } from '../../test/random-diagram.ts'
import { choose, possibleCommands, RandomRun } from '../../test/random-run.ts'
import { type Command, type CommandType, parse } from '../index.ts'

const TYPES: readonly CommandType[] = [
  ...(['start', 'complete', 'return', 'withdraw', 'transfer', 'delegate', 'resolve', 'claim', 'addSigners'] as const),
  ...(['removeSigners', 'cc', 'urge', 'jump', 'suspend', 'resume', 'fireTimer', 'deliverMessage', 'trigger'] as const),
  ...(['broadcastSignal', 'completeService', 'failService', 'retry', 'setVariables', 'terminate', 'migrate'] as const),
]
const FIELDS = [
  ...['by', 'taskId', 'to', 'from', 'people', 'how', 'decision', 'variables', 'chosen', 'timerId', 'serviceId', 'name'],
  ...[
    'elementId',
    'message',
    'at',
    'after',
    'error',
    'final',
    'result',
    'reason',
    'correlationKey',
    'mapping',
    'choices',
  ],
]
const key = fc.constantFrom(
  'user2',
  'start1',
  'id-1',
  'id-2',
  'u0',
  '__proto__',
  'constructor',
  'toString',
  'initiator',
)
const value = fc.oneof(key, fc.jsonValue({ maxDepth: 2 }), fc.array(key, { maxLength: 3 }), fc.dictionary(key, key))
const garbage = fc.record({
  type: fc.oneof({ weight: 9, arbitrary: fc.constantFrom<string>(...TYPES) }, fc.jsonValue({ maxDepth: 1 })),
  fields: fc.dictionary(fc.constantFrom(...FIELDS), value, { maxKeys: 6 }),
  choice: fc.nat(9999),
  /** Takes a command that could be given, and spoils it; else all is garbage. */
  spoil: fc.boolean(),
})

it('refuses garbage with a FlowError, and leaves the instance as it was', { timeout: 0 }, async () => {
  const property = fc.asyncProperty(block, fc.array(garbage, { maxLength: 200 }), async (drawn, commands) => {
    const run = new RandomRun(await parse(toXml(drawn)))
    for (const { type, fields, choice, spoil } of commands) {
      const known = spoil ? choose(possibleCommands(run.definition, run.instance), choice) : undefined
      const command = JSON.parse(JSON.stringify({ ...known, ...(known ? {} : { type }), ...fields })) as Command
      const before = run.instance
      // States and commands are frozen: what changes them throws, and what throws anything but a FlowError fails here.
      const events = run.send(command)
      if (!events) expect(run.instance).toBe(before)
      expect(JSON.parse(JSON.stringify(run.instance))).toEqual(run.instance)
    }
  })
  await fc.assert(property, { numRuns: Number(process.env.ZHUPI_RUNS ?? 20_000) / 100 })
})
