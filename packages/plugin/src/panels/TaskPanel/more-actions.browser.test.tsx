import { describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { createFakeApi } from '../../../test/fake-api.ts'
import { mountApp } from '../../../test/mount-app.tsx'
// Loaded before the clock of the first test runs: a screen with a form is large.
import './TaskPanel.tsx'

const AT = '/task?id=t-06'
const dialog = () => page.getByRole('dialog')
const clerk = () => dialog().getByRole('checkbox', { name: /市工信局人才工作科经办/ })

function sent(api: ReturnType<typeof createFakeApi>) {
  return api.requests.filter(({ method, path }) => method === 'POST' && path === '/tasks/t-06/actions')
}

describe('besides the decision', () => {
  it('adds signers at the chosen time and stays on the task', async () => {
    const { api } = await mountApp(AT)
    await page.getByRole('button', { name: '加签' }).click()
    await expect.element(dialog().getByRole('button', { name: '加签' })).toBeDisabled()
    await clerk().click()
    await expect.element(dialog().getByText('已选：市工信局人才工作科经办')).toBeVisible()
    await dialog().getByText('在我同意之后').click()
    await dialog().getByRole('button', { name: '加签' }).click()
    await expect
      .poll(() => sent(api)[0]?.body)
      .toEqual({ type: 'addSigners', people: ['gxj-clerk'], how: 'after', version: 7 })
    await expect.element(dialog()).not.toBeInTheDocument()
    expect(location.search).toBe('?id=t-06')
  })

  it('says that others decide first, and offers no decision meanwhile', async () => {
    const api = createFakeApi()
    const signers = [{ id: 'gxj-clerk', name: '市工信局人才工作科经办', unitName: '市工信局' }]
    const actions = [{ type: 'removeSigners' as const, label: '减签', hint: '撤去您加的人' }]
    api.state.task = { ...api.state.task, waits: true, signers, actions }
    await mountApp(AT, { api })
    await expect.element(page.getByText(/您加签的市工信局人才工作科经办先办/)).toBeVisible()
    await expect.element(page.getByRole('button', { name: /^提交/ })).not.toBeInTheDocument()
    await page.getByRole('button', { name: '减签' }).click()
    await clerk().click()
    await dialog().getByRole('button', { name: '减签' }).click()
    await expect
      .poll(() => sent(api)[0]?.body)
      .toEqual({ type: 'removeSigners', people: ['gxj-clerk'], version: 7 })
  })

  it('sends copies from a sheet of the phone', async () => {
    await page.viewport(390, 844)
    const { api } = await mountApp(AT)
    await page.getByRole('button', { name: '更多操作' }).click()
    await page.getByRole('button', { name: '抄送' }).click()
    const sheet = page.getByRole('dialog', { name: '抄送给谁' })
    await sheet.getByRole('checkbox', { name: /市工信局人才工作科经办/ }).click()
    await sheet.getByRole('button', { name: '抄送' }).click()
    await expect.poll(() => sent(api)[0]?.body).toEqual({ type: 'cc', people: ['gxj-clerk'], version: 7 })
    await page.viewport(1440, 900)
  })
})

describe('an administrator', () => {
  it('moves a case to another step with a reason', async () => {
    const api = createFakeApi()
    const jump = { from: [{ id: 'city', name: '市工信局审核' }], to: [{ id: 'county', name: '区县主管部门审核' }] }
    api.state.case = { ...api.state.case, actions: ['suspend', 'jump', 'terminate', 'comment'], jump }
    await mountApp('/case?id=c-1', { api })
    await page.getByRole('button', { name: '调整步骤' }).click()
    await dialog().getByLabelText('到', { exact: true }).selectOptions('区县主管部门审核')
    await expect.element(dialog().getByRole('button', { name: '调整步骤' })).toBeDisabled()
    await dialog().getByLabelText('调整理由').fill('区县要补充核查。')
    await dialog().getByRole('button', { name: '调整步骤' }).click()
    const acts = () => api.requests.filter(({ method, path }) => method === 'POST' && path.endsWith('/actions'))
    await expect
      .poll(() => acts()[0]?.body)
      .toEqual({ type: 'jump', from: 'city', to: 'county', reason: '区县要补充核查。', version: 7 })
  })
})
