import { Command } from 'commander'
import { backupCommand } from './backup-command.ts'
import { checkCommand } from './check-command.ts'
import { CommandFailure } from './command-failure.ts'
import { importCommand } from './import-command.ts'
import { migrateCommand } from './migrate-command.ts'
import { restoreCommand } from './restore-command.ts'
import { serveCommand } from './serve-command.ts'
import { simulateCommand } from './simulate-command.ts'
import { verifyCommand } from './verify-command.ts'

/** Exit codes: 0 done, 1 the answer is no (issues found, a chain broken), 2 the question was wrong. */
const program = new Command('zhupi')
  .description('Forms and approvals for government OA systems: 朱批')
  .version('0.1.0')
  .exitOverride()
const COMMANDS = [
  serveCommand,
  checkCommand,
  simulateCommand,
  importCommand,
  verifyCommand,
  migrateCommand,
  backupCommand,
  restoreCommand,
]
for (const make of COMMANDS) {
  program.addCommand(make().exitOverride())
}

// Whoever reads (`| head`) may have seen enough.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit(0)
})

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
