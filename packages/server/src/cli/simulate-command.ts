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
} from '@zhupi/flows'
import { compile } from '@zhupi/forms/feel'
import { Command } from 'commander'
import { CommandFailure } from './command-failure.ts'

/** `zhupi simulate FLOW.bpmn… [--process ID]`: one JSON command a line on stdin, one JSON line of state after each. */
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
    .action(async (files: string[], { process: processId }: { process?: string }) => {
      const tables = files.filter((file) => file.endsWith('.dmn'))
      const flows = files.filter((file) => !file.endsWith('.dmn'))
      const decisions = (await Promise.all(tables.map((file) => read(file, parseDecisions)))).flat()
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
      }
    })
}

/** Every process of a file, the one to play first; where another one cannot run, that one alone. */
async function readProcesses(source: string): Promise<ProcessDefinition[]> {
  const { xml } = await fromOther(source)
  const first = await parse(xml)
  return parseAll(xml).catch(() => [first])
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
