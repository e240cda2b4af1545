import { expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { json, problem } from '../../../test/fake/answers.ts'
import { createFakeApi } from '../../../test/fake-api.ts'
import { mountApp, seriousFindings } from '../../../test/mount-app.tsx'

/** An API of whose notifications three are not read. */
function toldApi() {
  const api = createFakeApi()
  api.state.me = { ...api.state.me, counts: { ...api.state.me.counts, unread: 3 } }
  return api
}

const bell = () => page.getByRole('button', { name: '提醒' })
const panel = () => page.getByRole('dialog', { name: '提醒' })

it.each([1440, 390])('shows what one was told, and fits and offends nobody, %i wide', async (width) => {
  const { element } = await mountApp('/inbox', { width, api: toldApi() })
  await expect.element(bell()).toHaveAccessibleName('提醒，3 条未读')
  await bell().click()
  await expect.element(panel().getByText('请您尽快办理：主管部门意见')).toBeVisible()
  expect(panel().getByRole('listitem').elements()).toHaveLength(8)
  expect(document.documentElement.scrollWidth).toBe(width)
  expect(await seriousFindings(element)).toEqual([])
})

it('reads one by opening it, which leads to its task', async () => {
  const { api } = await mountApp('/inbox', { api: toldApi() })
  await bell().click()
  await panel()
    .getByRole('link', { name: /等您办理/ })
    .click()
  await expect.poll(() => location.pathname + location.search).toBe('/app/task?id=t-1')
  const read = () => api.requests.find(({ path }) => path === '/notifications/reads')?.body
  await expect.poll(read).toEqual({ ids: ['n-2'] })
})

it('reads all up to the newest that is shown, and then only shows what is unread', async () => {
  const { api } = await mountApp('/inbox', { api: toldApi() })
  await bell().click()
  await panel().getByRole('button', { name: '全部标为已读' }).click()
  await expect.element(bell()).toHaveAccessibleName('提醒')
  expect(api.requests.find(({ path }) => path === '/notifications/reads')?.body).toEqual({ upTo: 'n-1' })
  await panel().getByText('未读', { exact: true }).click()
  await expect.element(panel().getByText('没有未读的提醒。')).toBeVisible()
})

it('hears at once when there is more', async () => {
  const { api, events } = await mountApp('/inbox', { api: toldApi() })
  await expect.element(bell()).toHaveAccessibleName('提醒，3 条未读')
  api.state.me = { ...api.state.me, counts: { ...api.state.me.counts, unread: 100 } }
  events.emit('notice', { unread: 100 })
  await expect.element(bell()).toHaveAccessibleName('提醒，99+ 条未读')
})

it('says when nothing was told, and tries again where it was not fetched', async () => {
  const api = createFakeApi()
  const broken = () => problem(503, 'UNAVAILABLE', '系统正忙')
  api.override('GET /notifications', broken, broken, broken, () => json({ items: [], nextCursor: null, unread: 0 }))
  await mountApp('/inbox', { api })
  await bell().click()
  await expect.element(panel().getByText('提醒没有取到')).toBeVisible()
  await panel().getByRole('button', { name: '现在重试' }).click()
  await expect.element(panel().getByText('还没有提醒。')).toBeVisible()
})

it('is told to the server that a case was looked at, once', async () => {
  const { api } = await mountApp('/case?id=c-06', { api: toldApi() })
  const reads = () => api.requests.filter(({ path }) => path === '/cases/c-06/reads')
  await expect.poll(() => reads().length).toBe(1)
})

it('says nothing of a case where there is nothing to read', async () => {
  const { api } = await mountApp('/case?id=c-06')
  await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible()
  expect(api.requests.filter(({ path }) => path.endsWith('/reads'))).toEqual([])
})
