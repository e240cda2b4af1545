import { expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { json, problem } from '../../../test/fake/answers.ts'
import { createFakeApi } from '../../../test/fake-api.ts'
import { mountApp } from '../../../test/mount-app.tsx'

it('signs one of the own browsers out, and not the one that is used', async () => {
  const { api } = await mountApp('/inbox')
  await page.getByRole('link', { name: '市工信局分管领导' }).click()
  await expect.element(page.getByRole('heading', { level: 1, name: '我的登录' })).toBeVisible()
  await expect.element(page.getByText('本机')).toBeVisible()
  const buttons = page.getByRole('button', { name: /^退出/ })
  await expect.poll(() => buttons.elements().length).toBe(1)
  await page.getByRole('button', { name: '退出 Safari · iPhone' }).click()
  await expect.element(page.getByText('已退出那里的登录。')).toBeVisible()
  expect(api.requests.filter(({ method }) => method === 'DELETE').map(({ path }) => path)).toEqual(['/me/sessions/s-2'])
})

it('looks at one person and signs a browser out after a question', async () => {
  const { api } = await mountApp('/all-sessions')
  await page.getByRole('button', { name: '张店区工信局经办', exact: true }).click()
  await expect.poll(() => api.requests.at(-1)?.query.get('person')).toBe('zhangdian-iit-clerk')
  await expect.element(page.getByText('只看张店区工信局经办')).toBeVisible()
  await page.getByRole('button', { name: /^下线 张店区工信局经办/ }).click()
  expect(api.requests.some(({ method }) => method === 'DELETE')).toBe(false)
  await page.getByRole('dialog').getByRole('button', { name: '下线', exact: true }).click()
  await expect.element(page.getByText('已让张店区工信局经办下线。')).toBeVisible()
  expect(api.requests.find(({ method }) => method === 'DELETE')?.path).toBe('/admin/sessions/s-3')
})

it('says so when nobody is signed in, when it cannot be had, and when it did not work', async () => {
  const api = createFakeApi()
  api.override('GET /admin/sessions', () => json({ items: [], nextCursor: null }))
  await mountApp('/all-sessions', { api })
  await expect.element(page.getByRole('heading', { name: '没有登录' })).toBeVisible()
  const broken = createFakeApi()
  const refuse = () => problem(403, 'FORBIDDEN', '您没有办理此事的权限。')
  broken.override('GET /admin/sessions', refuse, refuse)
  await mountApp('/all-sessions', { api: broken })
  await expect.element(page.getByRole('heading', { name: '登录没有取到' })).toBeVisible()
  const gone = createFakeApi()
  gone.override('DELETE /me/sessions/s-2', () => problem(404, 'SESSION_NOT_FOUND', '没有这个登录，或它已经退出。'))
  await mountApp('/sessions', { api: gone })
  await page.getByRole('button', { name: '退出 Safari · iPhone' }).click()
  await expect.element(page.getByText('没有退出成功。')).toBeVisible()
})
