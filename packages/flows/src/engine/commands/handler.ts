import type { Command, CommandType } from '../command.ts'
import type { Run } from '../run.ts'

/** Carries out one kind of command, up to where the tokens begin to run by themselves. */
export type Handler<T extends CommandType> = (run: Run, command: Extract<Command, { type: T }>) => void
