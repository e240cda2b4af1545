import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it, onTestFinished, vi } from 'vitest'
import { runZhupi } from '../../test/run-zhupi.ts'

// Each run is a process of its own.
vi.setConfig({ testTimeout: 180_000 })

const WORD = fileURLToPath(new URL('../../../forms/src/word/fixtures/attachment-1.docx', import.meta.url))

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'zhupi-import-'))
  onTestFinished(() => rmSync(made, { recursive: true, force: true }))
  return made
}

it('writes a form that passes the check, and reports what it guessed', async () => {
  const output = join(folder(), 'card.form.json')
  const { code, stdout } = await runZhupi(['import', WORD, '-o', output, '--json'])
  expect(code).toBe(0)
  const { title, guesses } = JSON.parse(stdout)
  expect(JSON.parse(readFileSync(output, 'utf8'))).toMatchObject({ title })
  expect(guesses).toContainEqual(expect.objectContaining({ path: '姓名', guess: 'Input' }))
  expect(await runZhupi(['check', output])).toMatchObject({ code: 0 })
})

it('takes an Excel sheet the same way', async () => {
  const sheet = fileURLToPath(new URL('../../../forms/src/word/fixtures/project-summary.xlsx', import.meta.url))
  const output = join(folder(), 'summary.form.json')
  const { code, stdout } = await runZhupi(['import', sheet, '-o', output])
  expect([code, stdout]).toEqual([0, expect.stringContaining('明细: SubTable 95% 表1 行4 列1')])
  expect(JSON.parse(readFileSync(output, 'utf8'))).toMatchObject({ title: '年度科技计划项目申报汇总表' })
})

it('refuses what is no Word file, and says so', async () => {
  const made = folder()
  const fake = join(made, 'fake.docx')
  writeFileSync(fake, 'PK not really')
  const { code, stderr } = await runZhupi(['import', fake, '-o', join(made, 'out.form.json')])
  expect([code, stderr.startsWith(`${fake}: `)]).toEqual([1, true])
  expect(await runZhupi(['import', join(made, 'missing.docx'), '-o', join(made, 'out.form.json')])).toMatchObject({
    code: 2,
  })
  expect(await runZhupi(['import', fake])).toMatchObject({ code: 2 })
})
