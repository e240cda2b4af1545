import { readFile, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { FormError } from '@zhupi/forms'
import type { ImportGuess } from '@zhupi/forms/word'
import { Command } from 'commander'
import { CommandFailure } from './command-failure.ts'

interface ImportOptions {
  output: string
  json?: boolean
}

/** `zhupi import FILE -o FORM.json [--json]`: a form out of the table of a Word or Excel file, and what was guessed. */
export function importCommand(): Command {
  return new Command('import')
    .description('Makes a form out of the tables in a Word or Excel file, and reports what it guessed.')
    .argument('<file>', '.docx or .xlsx file')
    .requiredOption('-o, --output <file>', 'form file to write')
    .option('--json', 'prints the report as one JSON object instead of lines')
    .action(async (file: string, { output, json }: ImportOptions) => {
      const bytes = await readFile(file).catch((cause) => {
        throw new CommandFailure(`${file}: cannot be read`, 2, { cause })
      })
      const { importFile } = await import('@zhupi/forms/word')
      const { form, report } = await importFile(bytes, basename(file)).catch((cause: unknown) => {
        throw cause instanceof FormError ? new CommandFailure(refused(file, cause), 1, { cause }) : cause
      })
      await writeFile(output, `${JSON.stringify(form, null, 2)}\n`).catch((cause) => {
        throw new CommandFailure(`${output}: cannot be written`, 2, { cause })
      })
      if (json) console.log(JSON.stringify({ output, key: form.key, title: form.title, guesses: report }, null, 2))
      else for (const line of [`${output}: ${form.title}`, ...report.map(toLine)]) console.log(line)
    })
}

function refused(file: string, { code, message, issues }: FormError): string {
  const lines = issues.map((issue) => `${file}: ${issue.path.join('.')}: ${issue.code} ${issue.message}`)
  return lines.length > 0 ? lines.join('\n') : `${file}: ${code} ${message}`
}

/** `姓名: Input 90% 表1 行2 列2 单行文字` */
function toLine({ path, guess, confidence, place, why }: ImportGuess): string {
  const { table, row, column } = place
  const where = table === 0 ? `表外 行${row}` : `表${table} 行${row} 列${column}`
  return `${path}: ${guess} ${Math.round(confidence * 100)}% ${where} ${why}`
}
