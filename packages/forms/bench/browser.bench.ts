import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type CDPSession, chromium, type Page } from '@playwright/test'
import react from '@vitejs/plugin-react'
import { type FieldSchema, type FormDefinition, type FormValues, parseForm } from '@zhupi/forms'
import { build, preview } from 'vite'
import { findChromium } from '../../../scripts/chromium.mjs'
import type { BenchRow } from './medians.ts'
import type { PageBench } from './page/page.tsx'

/*
 * First render and one keystroke in Chromium, ours beside Formily's own renderer with its antd components; of a sub-table beside
 * ArrayTable, which shows ten rows a page. Times, so a ratio below 1 is in our favour: the processor time of the page's thread, script,
 * layout and paint, without what it waits for the screen, the network or other programs. The code is there beforehand, ours and the
 * peer's. Ours draws the official table; the peer a plain list of fields.
 */

declare const bench: PageBench

const SAMPLES = 9
/** Keys pressed in each form that is drawn. */
const KEYS = 5

const field = (title: string): FieldSchema => ({ type: 'string', title, 'x-component': 'Input' })

const many = formOf(
  Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`项${index}`, field(`项目${index}`)])),
)

const table = formOf({
  明细: {
    type: 'array',
    title: '明细',
    'x-component': 'SubTable',
    items: {
      type: 'object',
      properties: Object.fromEntries(Array.from({ length: 10 }, (_, index) => [`列${index}`, field(`列${index}`)])),
    },
  },
})

const annex = parseForm(
  JSON.parse(
    readFileSync(new URL('../../../examples/zibo-talent-cards/forms/huicai-quota.form.json', import.meta.url), 'utf8'),
  ),
)

const CASES: Array<[string, FormDefinition, FormValues]> = [
  ['annex 1 (附件1)', annex, {}],
  ['300 fields', many, {}],
  [
    'a sub-table of 1,000 rows of 10 columns',
    table,
    {
      明细: Array.from({ length: 1_000 }, (_, row) =>
        Object.fromEntries(Array.from({ length: 10 }, (_, column) => [`列${column}`, `${row}-${column}`])),
      ),
    },
  ],
]

/** A subtotal in each row and a total below: what is pasted, checked and added up. */
const sums = formOf({
  明细: {
    type: 'array',
    title: '明细',
    'x-component': 'SubTable',
    items: {
      type: 'object',
      properties: {
        名: { type: 'string', title: '名', 'x-component': 'Input', required: true, maxLength: 20 },
        单价: { type: 'number', title: '单价', 'x-component': 'NumberPicker', required: true, minimum: 0 },
        数量: { type: 'number', title: '数量', 'x-component': 'NumberPicker', required: true, minimum: 0 },
        小计: { type: 'number', title: '小计', 'x-component': 'NumberPicker', 'x-value': '{{ 单价 * 数量 }}' },
      },
    },
  },
  合计: { type: 'number', title: '合计', 'x-component': 'NumberPicker', 'x-value': '{{ sum(明细.小计) }}' },
})

const thousand = Array.from({ length: 1_000 }, (_, row) => ({
  名: `物品${row}`,
  单价: row + 1,
  数量: 2,
  小计: 2 * (row + 1),
}))
const text = ['名\t单价\t数量', ...thousand.map(({ 名, 单价, 数量 }) => `${名}\t${单价}\t${数量}`)].join('\n')
const filled: FormValues = { 明细: thousand, 合计: thousand.reduce((sum, { 小计 }) => sum + 小计, 0) }

/** What is done in a table of 1,000 rows that is drawn already. */
const ACTS: Array<[string, FormValues, (page: Page) => Promise<void>]> = [
  [
    '1,000 rows pasted into a sub-table, the peer given them as values',
    { 明细: [] },
    (page) => page.evaluate((pasted) => bench.paste(pasted), text),
  ],
  [
    'a sub-table of 1,000 rows checked whole, the peer its ten rows in sight',
    filled,
    (page) => page.evaluate(() => bench.check()),
  ],
  [
    'one keystroke in 1,000 rows with a subtotal each and a total, the peer by effects',
    filled,
    (page) => page.evaluate(() => bench.digit()),
  ],
]

export async function rows(): Promise<BenchRow[]> {
  const root = fileURLToPath(new URL('./page', import.meta.url))
  const outDir = fileURLToPath(new URL('../dist/bench-page', import.meta.url))
  const shared = { root, configFile: false as const, logLevel: 'error' as const, plugins: [react()] }
  const conditions = ['source', 'module', 'browser', 'production']
  await build({
    ...shared,
    resolve: { conditions },
    build: { outDir, emptyOutDir: true, chunkSizeWarningLimit: 5_000 },
  })
  const server = await preview({ ...shared, build: { outDir }, preview: { port: 0, host: '127.0.0.1' } })
  const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] })
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
    const session = await page.context().newCDPSession(page)
    await session.send('Performance.enable', { timeDomain: 'threadTicks' })
    await page.goto(server.resolvedUrls?.local[0] ?? '')
    await page.waitForFunction(() => 'bench' in window)
    const found: BenchRow[] = []
    for (const [name, form, values] of CASES) found.push(...(await measured(page, session, name, { form, values })))
    for (const [name, values, act] of ACTS) found.push(await acted(page, session, name, values, act))
    return found
  } finally {
    await browser.close()
    await server.close()
  }
}

/** Ours and the peer's in turns, so that a busy machine slows both alike. */
async function measured(
  page: Page,
  session: CDPSession,
  name: string,
  shown: { form: FormDefinition; values: FormValues },
): Promise<BenchRow[]> {
  const given = JSON.stringify(shown)
  const times = {
    ours: { render: [] as number[], key: [] as number[] },
    peer: { render: [] as number[], key: [] as number[] },
  }
  for (const whose of ['ours', 'peer'] as const) {
    await page.evaluate((text) => bench.give(text), given)
    await page.evaluate((who) => bench[who](), whose)
    await page.waitForSelector('#place input')
  }
  for (let sample = 0; sample < SAMPLES; sample += 1) {
    for (const whose of ['ours', 'peer'] as const) {
      await page.evaluate((text) => bench.give(text), given)
      times[whose].render.push(await worked(session, () => page.evaluate((who) => bench[who](), whose)))
      for (let key = 0; key < KEYS; key += 1) {
        times[whose].key.push(await worked(session, () => page.evaluate(() => bench.key())))
      }
    }
  }
  return (['render', 'key'] as const).map((what) =>
    row(
      `${what === 'render' ? 'first render' : 'one keystroke'} of ${name}, median`,
      times.ours[what],
      times.peer[what],
    ),
  )
}

/** One act in a form that is drawn anew each time. */
async function acted(
  page: Page,
  session: CDPSession,
  name: string,
  values: FormValues,
  act: (page: Page) => Promise<void>,
): Promise<BenchRow> {
  const times = { ours: [] as number[], peer: [] as number[] }
  for (let sample = 0; sample <= SAMPLES; sample += 1) {
    for (const whose of ['ours', 'peer'] as const) {
      await page.evaluate((text) => bench.give(text), JSON.stringify({ form: sums, values }))
      await page.evaluate((who) => bench[who](), whose)
      const time = await worked(session, () => act(page))
      // The first fetches and compiles.
      if (sample > 0) times[whose].push(time)
    }
  }
  return row(`${name}, median`, times.ours, times.peer)
}

/** How long the page's thread was busy, ms. */
async function worked(session: CDPSession, act: () => Promise<void>): Promise<number> {
  const before = await busySeconds(session)
  await act()
  return ((await busySeconds(session)) - before) * 1000
}

async function busySeconds(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics')
  return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN
}

function row(bench: string, ours: number[], peer: number[]): BenchRow {
  const [a, b] = [median(ours), median(peer)]
  return { bench, ours: rounded(a), peer: rounded(b), unit: 'ms', ratio: Math.round((a / b) * 100) / 100 }
}

function median(times: number[]): number {
  return times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)] ?? 0
}

function rounded(time: number): number {
  return Math.round(time * 10) / 10
}

function formOf(properties: Record<string, FieldSchema>): FormDefinition {
  return parseForm({ key: 'bench', title: '测量', schema: { type: 'object', properties } })
}
