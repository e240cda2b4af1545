import { stat } from 'node:fs/promises'
import { Command } from 'commander'
import type { AppIssue } from '../app-folder/app.ts'
import { checkApp } from '../app-folder/load-app.ts'
import { checkFile } from './check-file.ts'
import { CommandFailure } from './command-failure.ts'

/** `zhupi check APP|FILE… [--json]`: forms, flows, decisions, matters, registers, and what they demand of each other. */
export function checkCommand(): Command {
  return new Command('check')
    .description(
      'Checks application folders, or single .form.json, .bpmn, .dmn, .matter.json and .register.json files.',
    )
    .argument('<path...>', 'folder of an application, or a file of one')
    .option('--json', 'prints one JSON object instead of lines')
    .action(async (paths: string[], { json }: { json?: boolean }) => {
      const issues = (await Promise.all(paths.map(check))).flat()
      if (json) console.log(JSON.stringify({ ok: !issues.some(isError), issues }, null, 2))
      else for (const line of issues.map(toLine)) console.log(line)
      const errors = issues.filter(isError).length
      if (errors > 0) throw new CommandFailure(json ? '' : `${errors} error(s)`, 1)
      if (!json) console.log(`ok: ${paths.join(', ')}`)
    })
}

async function check(path: string): Promise<AppIssue[]> {
  const info = await stat(path).catch(() => undefined)
  if (!info) throw new CommandFailure(`${path}: no such file or folder`, 2)
  if (!info.isDirectory()) return checkFile(path)
  const issues = await checkApp(path)
  return issues.map((issue) => ({ ...issue, file: `${path.replace(/\/$/, '')}/${issue.file}` }))
}

function isError({ severity }: AppIssue): boolean {
  return severity === 'error'
}

/** `file: path: CODE message` */
function toLine({ file, path, code, message, severity }: AppIssue): string {
  const place = path.length > 0 ? `${path.join('.')}: ` : ''
  return `${file}: ${place}${code} ${severity === 'warning' ? '（提醒）' : ''}${message}`
}
