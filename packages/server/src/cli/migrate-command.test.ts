import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { dumpDatabase } from '../../test/dump-database.ts'
import { runZhupi } from '../../test/run-zhupi.ts'
import { TALENT_APP } from '../../test/talent-office.ts'
import { sqliteUrl } from '../runtime.ts'
import { createTestApp } from '../testing/create-test-app.ts'

const PHONE = '13800001234'
const VALUES = { 姓名: 'XX', 联系电话: PHONE, 区域: '370321', 推荐部门: '市工信局', 年度: '2026' }
const KEYS = `2026a ${'ab'.repeat(32)}\nindex ${'cd'.repeat(32)}\n`

it('seals what a server without keys has stored, and says when an earlier key may go', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'zhupi-migrate-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const data = join(folder, 'data')
  const app = await createTestApp({ appFolder: TALENT_APP, dataFolder: data })
  await app.as('firm-1-clerk').post('/matters/talent/cases', { values: VALUES })
  await app.close()
  const stored = () => dumpDatabase('sqlite', sqliteUrl(data))
  expect((await stored()).includes(PHONE)).toBe(true)

  const config = join(folder, 'zhupi.config.json')
  writeFileSync(
    config,
    JSON.stringify({ app: TALENT_APP, data, encryption: { keys: { file: 'keys' } }, log: { level: 'silent' } }),
  )
  const migrate = () => runZhupi(['migrate', '--config', config])
  expect(await migrate()).toMatchObject({ code: 1, stderr: expect.stringContaining('encryption.keys: FILE_MISSING') })
  writeFileSync(join(folder, 'keys'), KEYS)
  expect(await migrate()).toMatchObject({
    code: 0,
    stdout: 'ok: the tables are up to date\nok: 2 rows sealed with the key 2026a\n',
  })
  expect((await stored()).includes(PHONE)).toBe(false)
  expect(await runZhupi(['verify', data])).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('ok: 1 records of 1 cases\n'),
  })

  writeFileSync(join(folder, 'keys'), `2027a ${'ef'.repeat(32)}\n${KEYS}`)
  expect((await migrate()).stdout).toContain('nothing is sealed with the key 2026a any more: it may be taken out\n')
  writeFileSync(join(folder, 'keys'), readFileSync(join(folder, 'keys'), 'utf8').replace(/2026a .*\n/, ''))
  expect(await migrate()).toMatchObject({ code: 0, stdout: expect.stringContaining('ok: 0 rows sealed') })
})
