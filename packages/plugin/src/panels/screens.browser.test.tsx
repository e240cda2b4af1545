import { describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { createFakeApi } from '../../test/fake-api.ts'
import { mountApp, seriousFindings } from '../../test/mount-app.tsx'
// Loaded before the clock of the first test runs: a screen with a form is large.
import './CaseView/CaseView.tsx'

/** The other screens: each shows its heading and offends nobody. */
const SCREENS: Array<[at: string, heading: string | RegExp]> = [
  ['/done', '已办'],
  ['/mine', '我发起'],
  ['/drafts', '草稿'],
  ['/statistics', '统计'],
  ['/sessions', '我的登录'],
  ['/all-sessions', '登录会话'],
  ['/audit', '审计'],
  ['/apply', '发起申请'],
  ['/register?register=talent-cards', '人才卡台账'],
  ['/case?id=c-06', /配额制申领登记表/],
]

describe.each(SCREENS)('%s', (at, name) => {
  it('is shown and accessible', async () => {
    const { element } = await mountApp(at)
    await expect.element(page.getByRole('heading', { level: 1, name })).toBeVisible()
    await expect.poll(() => element.querySelector('[aria-busy]')).toBeNull()
    expect(await seriousFindings(element)).toEqual([])
  })

  it('fits a phone', async () => {
    const { element } = await mountApp(at, { width: 390, height: 844 })
    await expect.element(page.getByRole('heading', { level: 1, name })).toBeVisible()
    await expect.poll(() => element.querySelector('[aria-busy]')).toBeNull()
    expect(document.documentElement.scrollWidth).toBe(390)
    expect(await seriousFindings(element)).toEqual([])
  })
})

describe('my cases', () => {
  it('shows the archived ones when they are chosen', async () => {
    const { api } = await mountApp('/mine')
    await page.getByRole('combobox', { name: '状态' }).selectOptions('已归档')
    await expect.element(page.getByRole('row').getByText('已归档')).toBeVisible()
    expect(api.requests.findLast(({ path }) => path === '/cases')?.query.get('archived')).toBe('true')
    await page.viewport(390, 844)
    await expect.element(page.getByRole('listitem').getByText('已归档')).toBeVisible()
    expect(document.documentElement.scrollWidth).toBe(390)
  })

  it('says of an archived case that it is one', async () => {
    const api = createFakeApi()
    api.state.case = { ...api.state.case, archivedAt: '2026-03-01T02:00:00.000Z', actions: ['print'] }
    await mountApp('/case?id=c-06', { api })
    await expect.element(page.getByText('已归档')).toBeVisible()
  })
})

describe('a register', () => {
  it('filters by the server and opens a row with the way to its case', async () => {
    const { api } = await mountApp('/register?register=talent-cards')
    await page.getByRole('combobox', { name: '区县' }).selectOptions('博山区')
    await expect
      .poll(() => api.requests.map(({ query }) => query.get('filter')))
      .toContain(JSON.stringify({ 所属区域: '博山区' }))
    await page.getByRole('button', { name: '3703 2024 0006' }).click()
    await page.getByRole('link', { name: '看办件 HCK-2024-0011' }).click()
    await expect.poll(() => location.pathname + location.search).toBe('/app/case?id=c-06')
  })
})

describe('a case', () => {
  it('is withdrawn after a question', async () => {
    const { api } = await mountApp('/case?id=c-06')
    await page.getByRole('button', { name: '撤回' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '撤回' }).click()
    await expect.element(page.getByText('已撤回。')).toBeVisible()
    expect(api.requests.find(({ path }) => path === '/cases/c-06/actions')?.body).toEqual({
      type: 'withdraw',
      version: 7,
    })
  })

  it('says who is next, and folded below it where else it may go and what may happen', async () => {
    await mountApp('/case?id=c-06')
    await expect.element(page.getByText('市人社局经办', { exact: true }).first()).toBeVisible()
    await page.getByText('也可能（3）').click()
    await expect.element(page.getByText('条件不同时，改到 列入下一年名单')).toBeVisible()
    await expect.element(page.getByText('到期没有办完：转到 市人社局负责人督办')).toBeVisible()
    await expect.element(page.getByText('企业被移出名单')).toBeVisible()
  })

  it('is moved to the version in force by an administrator, once what it needs is said', async () => {
    const api = createFakeApi()
    api.state.case = { ...api.state.case, migrate: { from: 3, to: 4 } }
    await mountApp('/case?id=c-06', { api })
    await page.getByRole('button', { name: '迁移到 v4' }).click()
    const dialog = page.getByRole('dialog', { name: '从 v3 迁移到 v4？' })
    await expect.element(dialog.getByRole('button', { name: '迁移到 v4' })).toBeDisabled()
    await dialog.getByRole('combobox').selectOptions('用人单位意见')
    await expect.element(dialog.getByText('可以迁移。')).toBeVisible()
    await dialog.getByRole('textbox').fill('按新表办')
    await dialog.getByRole('button', { name: '迁移到 v4' }).click()
    await expect.element(page.getByText('已迁移到 v4。')).toBeVisible()
    expect(api.requests.find(({ path }) => path === '/admin/cases/c-06/migrate')?.body).toEqual({
      to: 4,
      version: 7,
      mapping: { old: 'step-1' },
      reason: '按新表办',
    })
  })
})

describe('drafts', () => {
  it('are discarded after a question', async () => {
    const { api } = await mountApp('/drafts')
    await page.getByRole('button', { name: '删除' }).first().click()
    await page.getByRole('button', { name: '删除草稿' }).click()
    await expect.poll(() => api.requests.some(({ method }) => method === 'DELETE')).toBe(true)
  })
})

it('an unknown address leads back to the inbox', async () => {
  await mountApp('/nowhere', { api: createFakeApi() })
  await page.getByRole('link', { name: '回到待办' }).click()
  await expect.element(page.getByRole('heading', { name: '待办', exact: true })).toBeVisible()
})

it('speaks English where it is asked to', async () => {
  await mountApp('/inbox', { language: 'en-GB' })
  await expect.element(page.getByRole('heading', { name: 'To do' })).toBeVisible()
  expect(document.documentElement.lang).toBe('en-US')
})
