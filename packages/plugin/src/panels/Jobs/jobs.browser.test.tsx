import { expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { json } from '../../../test/fake/answers.ts'
import { createFakeApi } from '../../../test/fake-api.ts'
import { mountApp, seriousFindings } from '../../../test/mount-app.tsx'

const JOB = {
  id: '7',
  kind: 'service',
  case: { id: 'c-09', number: 'HCK-2026-0043', matter: '山东惠才卡（配额制）' },
  runAt: '2026-03-18T02:00:00.000Z',
  attempts: 5,
  maxAttempts: 5,
  error: 'province.example.gov.cn 回答 503。',
}

function failedApi() {
  const api = createFakeApi()
  const listed = () => json({ items: [JOB], nextCursor: null })
  const empty = () => json({ items: [], nextCursor: null })
  api.override('GET /admin/jobs', listed, empty)
  for (const act of ['retry', 'discard'])
    api.override(`POST /admin/jobs/7/${act}`, () => new Response(null, { status: 204 }))
  return api
}

it.each([1440, 390])('shows what was given up and why, and fits and offends nobody, %i wide', async (width) => {
  const { element } = await mountApp('/jobs', { width, api: failedApi() })
  await expect.element(page.getByText('province.example.gov.cn 回答 503。')).toBeVisible()
  expect(document.documentElement.scrollWidth).toBe(width)
  expect(await seriousFindings(element)).toEqual([])
})

it('is tried again, and gone from the list', async () => {
  const { api } = await mountApp('/jobs', { api: failedApi() })
  await page.getByRole('button', { name: /重试/ }).click()
  await expect.element(page.getByText('没有失败的作业')).toBeVisible()
  expect(api.requests.some(({ path }) => path === '/admin/jobs/7/retry')).toBe(true)
})

it('is discarded with a reason only', async () => {
  const { api } = await mountApp('/jobs', { api: failedApi() })
  await page.getByRole('button', { name: /放弃/ }).click()
  const dialog = page.getByRole('dialog')
  await expect.element(dialog.getByRole('button', { name: '放弃' })).toBeDisabled()
  await dialog.getByRole('textbox', { name: '原因' }).fill('对方系统已停用')
  await dialog.getByRole('button', { name: '放弃' }).click()
  await expect.element(page.getByText('没有失败的作业')).toBeVisible()
  expect(api.requests.find(({ path }) => path === '/admin/jobs/7/discard')?.body).toEqual({ reason: '对方系统已停用' })
})
