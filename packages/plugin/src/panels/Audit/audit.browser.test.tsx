import { expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { json, problem } from '../../../test/fake/answers.ts'
import { fakeVerification } from '../../../test/fake/security.ts'
import { createFakeApi } from '../../../test/fake-api.ts'
import { mountApp } from '../../../test/mount-app.tsx'

it('filters by kind, days, person and object, and exports just that', async () => {
  const { api, element } = await mountApp('/audit')
  await page.getByRole('combobox', { name: '类别' }).selectOptions('查看敏感信息')
  await page.getByLabelText('从', { exact: true }).fill('2026-03-17')
  await page.getByLabelText('到', { exact: true }).fill('2026-03-18')
  // A day of an office in China begins at 16:00 UTC of the day before.
  await expect
    .poll(() =>
      api.requests
        .filter(({ path }) => path === '/admin/audit')
        .at(-1)
        ?.query.toString(),
    )
    .toBe(
      new URLSearchParams({
        kind: 'reveal',
        from: '2026-03-16T16:00:00.000Z',
        to: '2026-03-18T16:00:00.000Z',
        limit: '50',
      }).toString(),
    )
  const file = new URL(element.querySelector<HTMLAnchorElement>('a[download]')?.href ?? '')
  expect([file.pathname.endsWith('/admin/audit/export.xlsx'), file.searchParams.get('kind')]).toEqual([true, 'reveal'])
  await page.getByRole('button', { name: '第 1204 条的详情' }).click()
  await expect.element(page.getByRole('dialog').getByText('身份证或护照号')).toBeVisible()
  await page.getByRole('button', { name: '这个账号的全部' }).click()
  await expect.poll(() => api.requests.at(-1)?.query.get('person')).toBe('gxj-clerk')
  await page.getByRole('button', { name: '只看市工信局经办' }).click()
  await expect.poll(() => element.textContent?.includes('登录失败')).toBe(true)
})

it('marks a chain that is broken, and one that is whole', async () => {
  const api = createFakeApi()
  const broken = { ...fakeVerification, records: 11, broken: { seq: 12, reason: 'changed' } }
  api.override('GET /admin/audit/verification', () => json(broken))
  await mountApp('/audit', { api })
  await expect.element(page.getByText('第 12 条被改过')).toBeVisible()
  await page.getByRole('button', { name: '再核验' }).click()
  await expect.element(page.getByText('链条完整，共 1204 条')).toBeVisible()
})

it('says so where the chain was not checked and the records were not fetched', async () => {
  const failing = createFakeApi()
  const refuse = () => problem(403, 'FORBIDDEN', '您没有办理此事的权限。')
  failing.override('GET /admin/audit/verification', refuse, refuse)
  failing.override('GET /admin/audit', refuse, refuse)
  await mountApp('/audit', { api: failing })
  await expect.element(page.getByText('没有核验成。')).toBeVisible()
  await expect.element(page.getByRole('heading', { name: '审计没有取到' })).toBeVisible()
})

it('says so where there is no such record, and leads back to all', async () => {
  const api = createFakeApi()
  api.override('GET /admin/audit', () => json({ items: [], nextCursor: null }))
  await mountApp('/audit', { api })
  await expect.element(page.getByRole('heading', { name: '没有这样的记录' })).toBeVisible()
})

it('is in the menu of its administrator alone', async () => {
  const api = createFakeApi()
  api.state.me = { ...api.state.me, isAuditor: false, isSecurityAdministrator: false }
  const { element } = await mountApp('/inbox', { api })
  await expect.poll(() => element.querySelector('.za-menu-person')).not.toBeNull()
  expect(element.querySelector('a[href$="/audit"], a[href$="/all-sessions"]')).toBeNull()
})
