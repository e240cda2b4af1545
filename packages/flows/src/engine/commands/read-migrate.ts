import type { ProcessDefinition } from '../../definition/process-definition.ts'
import { FlowError } from '../../errors.ts'
import type { MigrationMapping } from '../../migration/mapping.ts'
import type { Command } from '../command.ts'

export interface Migration {
  by: string
  from: ProcessDefinition
  mapping: MigrationMapping
  reopen: ReadonlySet<string>
  rearm: ReadonlySet<string>
}

/** @throws FlowError `COMMAND_INVALID` */
export function readMigrate({
  by,
  from,
  mapping = {},
  choices = {},
}: Extract<Command, { type: 'migrate' }>): Migration {
  const { reopen = [], rearm = [] } = choices
  const isMapping =
    isObject(mapping) && Object.values(mapping).every((now: unknown) => now === null || typeof now === 'string')
  const isDefinition =
    isObject(from) &&
    typeof from.id === 'string' &&
    [from.elements, from.sequenceFlows, from.eventSubProcesses].every(isObject)
  if (typeof by !== 'string' || !isMapping || !isDefinition || ![reopen, rearm].every(isTexts)) {
    throw new FlowError('COMMAND_INVALID', { type: 'migrate', by: by ?? null })
  }
  return { by, from, mapping, reopen: new Set(reopen), rearm: new Set(rearm) }
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((text) => typeof text === 'string')
}
