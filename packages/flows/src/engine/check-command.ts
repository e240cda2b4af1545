import { FlowError } from '../errors.ts'
import type { Command } from './command.ts'

type Check = (value: unknown) => boolean

const isText: Check = (value) => typeof value === 'string'
const isTexts: Check = (value) => Array.isArray(value) && value.every(isText)
const isRecord: Check = (value) => typeof value === 'object' && value !== null && !Array.isArray(value)
const isChosen: Check = (value) => isRecord(value) && Object.values(value as object).every(isTexts)

/** What each field of a command is, whichever command it is of. */
const FIELDS: ReadonlyMap<string, Check> = new Map(
  Object.entries({
    by: isText,
    taskId: isText,
    to: isText,
    from: (value) => isText(value) || isRecord(value),
    decision: isText,
    people: isTexts,
    how: isText,
    after: (value) => value === 'replay' || value === 'straight',
    variables: (value) => isRecord(value) && !Object.hasOwn(value as object, '__proto__'),
    chosen: isChosen,
    message: isText,
    at: isText,
    timerId: isText,
    serviceId: isText,
    name: isText,
    elementId: isText,
    activationId: Number.isInteger,
    correlationKey: isText,
    error: (value) => isRecord(value) && [undefined, 'string'].includes(codeType(value)),
    final: (value) => typeof value === 'boolean',
    reason: isText,
    mapping: isRecord,
    choices: isRecord,
  }),
)

/** Fields without which a command says nothing. */
const NEEDED: Readonly<Partial<Record<Command['type'], readonly string[]>>> = {
  transfer: ['to'],
  delegate: ['to'],
  removeSigners: ['people'],
  cc: ['by', 'people'],
  urge: ['by'],
  jump: ['by', 'from', 'to'],
  suspend: ['by'],
  resume: ['by'],
  return: ['to'],
  broadcastSignal: ['name'],
}

/**
 * Commands come from outside: what is in one has the type that it must have, whatever TypeScript was told.
 *
 * @throws FlowError `COMMAND_INVALID` with the field
 */
export function checkCommand(command: Command): void {
  const { type } = command
  for (const field of Object.keys(command)) {
    const check = FIELDS.get(field)
    const value = (command as unknown as Record<string, unknown>)[field]
    if (check && value !== undefined && !check(value)) throw new FlowError('COMMAND_INVALID', { type, field })
  }
  const missing = NEEDED[type]?.find((field) => (command as Record<string, unknown>)[field] === undefined)
  if (missing !== undefined) throw new FlowError('COMMAND_INVALID', { type, field: missing })
}

function codeType(error: unknown): string | undefined {
  const { code } = error as { code?: unknown }
  return code === undefined ? undefined : typeof code
}
