import { readFileSync } from 'node:fs'
import { type Browser, chromium } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findChromium } from '../../../../scripts/chromium.mjs'
import { type PrintedLine, printedLines } from '../../test/printed-lines.ts'
import type { FormDefinition } from '../schema/form-definition.ts'
import { parseForm } from '../schema/parse-form.ts'
import { paperHtml } from './paper-html.ts'

/** Room to sign in is left behind this one; in the original it ends at the edge of the cell. */
const SIGNED = '申领人（签字）：'
/** A 210 mm page less two margins of 25.4 mm, in seven equal columns. */
const COLUMN = 159.2 / 7
const PIXELS_PER_MM = 96 / 25.4

const readJson = (path: string): unknown => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'))

let browser: Browser
beforeAll(async () => {
  browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] })
})
afterAll(() => browser.close())

async function printed(form: FormDefinition): Promise<Uint8Array> {
  const page = await browser.newPage()
  await page.setContent(paperHtml(form, {}))
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true })
  await page.close()
  return pdf
}

/**
 * Each with the millimetres by which a label may stand higher or lower than in the original as LibreOffice prints it: in the second,
 * LibreOffice breaks 拟引进时间, which has room in one line.
 */
describe.each([
  ['附件1', 'attachment-1', 'huicai-quota', 2.5],
  ['附件2', 'attachment-2', 'jingying', 4.2],
])('%s on paper', (_, original, key, tolerance) => {
  const form = parseForm(readJson(`../../../../examples/zibo-talent-cards/forms/${key}.form.json`))
  const places = readJson(`../word/fixtures/${original}.places.json`) as { pages: number; lines: PrintedLine[] }

  it('has the pages of the original, and every label where the original has it', async () => {
    const texts = places.lines.map(({ text }) => text)
    const { pages, lines, missing } = await printedLines(await printed(form), texts)
    expect(missing).toEqual([])
    expect(pages).toBe(places.pages)
    const elsewhere = lines.flatMap((line, index) => {
      const wanted = places.lines[index]
      const near =
        wanted?.page === line.page &&
        (line.text === SIGNED || Math.abs(wanted.x - line.x) <= 2.5) &&
        Math.abs(wanted.y - line.y) <= tolerance
      return near ? [] : [{ line, wanted }]
    })
    expect(elsewhere).toEqual([])
  })

  it('has the columns of the original', async () => {
    const page = await browser.newPage({ viewport: { width: Math.round(159.2 * PIXELS_PER_MM), height: 1_000 } })
    await page.emulateMedia({ media: 'print' })
    await page.setContent(paperHtml(form, {}))
    const cells = await page.locator('.zp-form > tbody > tr > *').evaluateAll((found) =>
      found.map((cell) => {
        const { left, width } = cell.getBoundingClientRect()
        return { left, width, span: (cell as HTMLTableCellElement).colSpan }
      }),
    )
    await page.close()
    for (const { left, width, span } of cells) {
      expect(Math.abs(width / PIXELS_PER_MM - span * COLUMN)).toBeLessThan(0.6)
      expect(Math.abs(((left / PIXELS_PER_MM / COLUMN + 0.5) % 1) - 0.5)).toBeLessThan(0.03)
    }
  })
})
