import { readFile } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import {
  createSimulator,
  FlowError,
  fromOther,
  type ProcessDefinition,
  parse,
  parseAll,
  parseDecisions,
  type Simulator,
  type SimulatorRefusal,
  type SimulatorState,
  traceOf,
} from '@zhupi/flows'
import { compile } from '@zhupi/forms/feel'
import { Command, Option } from 'commander'
import { CommandFailure } from './command-failure.ts'

/**
 * `zhupi simulate FLOW.bpmn… [--process ID] [--trace] [--lang zh|en]`: one JSON command a line on stdin, one JSON line of
 * state after each; with `--trace` also what moved, in words, on stderr.
 */
export function simulateCommand(): Command {
  return new Command('simulate')
    .description(
      'Plays a diagram with a virtual clock: JSON commands on stdin, one a line; the state after each on stdout.',
    )
    .argument(
      '<flow...>',
      'diagrams; the first is played, the others are found by call activities; .dmn files have decisions',
    )
    .option('--process <id>', 'id of the process to play')
    .option('--trace', 'says on stderr, in words, what moved after each command')
    .addOption(new Option('--lang <language>', 'language of the trace').choices(['zh', 'en']).default('zh'))
    .action(async (files: string[], { process: processId, trace, lang }: Options) => {
      const tables = files.filter((file) => file.endsWith('.dmn'))
      const flows = files.filter((file) => !file.endsWith('.dmn'))
      const decisions = (await Promise.all(tables.map((file) => read(file, parseDecisions)))).flat()
      const readProcesses = (source: string) => processesIn(source, processId)
      const definitions = (await Promise.all(flows.map((file) => read(file, readProcesses)))).flat()
      if (processId !== undefined && !definitions.some(({ id }) => id === processId)) {
        const known = definitions.map(({ id }) => id).join(', ')
        throw new CommandFailure(`No process ${processId} in these files; they have: ${known}`, 2)
      }
      const simulator = createSimulator(definitions, {
        processId,
        decisions,
        evaluate: (expression, variables) => compile(expression).evaluate({ ...variables }, { now: simulator.now }),
      })
      for await (const line of createInterface({ input: process.stdin })) {
        if (line.trim() === '') continue
        const command = parsedLine(line)
        const answer = command instanceof FlowError ? refusal(command) : simulator.send(command)
        console.log(JSON.stringify(answer))
        if (trace) console.error(told(line, answer, simulator, lang))
      }
    })
}

interface Options {
  process?: string
  trace?: true
  lang: 'zh' | 'en'
}

/**
 * Every process of a file that can run, the one to play first. Of those that cannot, stderr tells.
 *
 * @throws FlowError when that is the one to play
 */
async function processesIn(source: string, wanted: string | undefined): Promise<ProcessDefinition[]> {
  const { xml } = await fromOther(source)
  const refused = new Map<string, FlowError>()
  const definitions = await parseAll(xml, { leaveOut: (id, refusal) => refused.set(id, refusal) })
  const [first] = refused.values()
  if (wanted === undefined && first) await parse(xml)
  const refusal = definitions.length === 0 ? first : refused.get(wanted ?? '')
  if (refusal) throw refusal
  for (const [id, { code, message }] of refused) console.error(`${id} is left out: ${code} ${message}`)
  return definitions
}

/** The command as it was sent, then what it did, each line a step to the right. */
function told(line: string, answer: SimulatorState | SimulatorRefusal, simulator: Simulator, lang: 'zh' | 'en') {
  const lines =
    'error' in answer
      ? [`! ${answer.error.code}: ${answer.error.message}`]
      : traceOf(simulator.definition, answer).map((text) => text[lang])
  return [`> ${line.trim()}`, ...lines.map((text) => `  ${text}`)].join('\n')
}

async function read<T>(file: string, parseText: (text: string) => Promise<T>): Promise<T> {
  const text = await readFile(file, 'utf8').catch((cause) => {
    throw new CommandFailure(`${file}: cannot be read`, 2, { cause })
  })
  try {
    return await parseText(text)
  } catch (cause) {
    if (!(cause instanceof FlowError)) throw cause
    throw new CommandFailure(`${file}: ${cause.code} ${cause.message}`, 1, { cause })
  }
}

function parsedLine(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch (cause) {
    return new FlowError('COMMAND_INVALID', { reason: 'the line is not JSON' }, { cause })
  }
}

function refusal({ code, message }: FlowError) {
  return { error: { code, message } }
}
