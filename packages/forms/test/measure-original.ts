import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { importFile } from '../src/word/index.ts'
import { labelTexts } from './label-texts.ts'
import { printedLines } from './printed-lines.ts'

/**
 * Prints a Word file with LibreOffice and writes where its labels stand beside it, for the tests of the paper's geometry:
 * What the program broke into more lines than the table has is listed as `wrapped`.
 *
 * `npx tsx --conditions=source packages/forms/test/measure-original.ts attachment-1`.
 */
const [name = ''] = process.argv.slice(2)
const fixture = fileURLToPath(new URL(`../src/word/fixtures/${name}`, import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'zhupi-'))
try {
  execFileSync('soffice', ['--headless', '--convert-to', 'pdf', '--outdir', folder, `${fixture}.docx`])
  const { form } = await importFile(readFileSync(`${fixture}.docx`), `${name}.docx`)
  const { pages, lines, missing } = await printedLines(readFileSync(join(folder, `${name}.pdf`)), labelTexts(form))
  const rows = lines.map(({ page, text, x, y }) => ({ page, text, x: Number(x.toFixed(1)), y: Number(y.toFixed(1)) }))
  writeFileSync(`${fixture}.places.json`, `${JSON.stringify({ pages, lines: rows, wrapped: missing })}\n`)
} finally {
  rmSync(folder, { recursive: true })
}
