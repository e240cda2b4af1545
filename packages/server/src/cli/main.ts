import { Command } from 'commander'
import { checkCommand } from './check-command.ts'
import { CommandFailure } from './command-failure.ts'
import { serveCommand } from './serve-command.ts'
import { verifyCommand } from './verify-command.ts'

/** Exit codes: 0 done, 1 the answer is no (issues found, a chain broken), 2 the question was wrong. */
const program = new Command('zhupi')
  .description('Forms and approvals for government OA systems: 朱批')
  .version('0.1.0')
  .exitOverride()
for (const make of [serveCommand, checkCommand, verifyCommand]) {
  program.addCommand(make().exitOverride())
}

try {
  await program.parseAsync()
} catch (error) {
  process.exitCode = report(error)
}

function report(error: unknown): number {
  if (error instanceof CommandFailure) {
    console.error(error.message)
    return error.exitCode
  }
  // Commander has already said what is wrong with the arguments.
  if (error instanceof Error && 'exitCode' in error && 'code' in error) return error.exitCode === 0 ? 0 : 2
  console.error(error instanceof Error ? error.message : error)
  return 2
}
