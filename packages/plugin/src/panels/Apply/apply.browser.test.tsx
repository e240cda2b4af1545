import { describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { problem } from '../../../test/fake/answers.ts'
import { createFakeApi } from '../../../test/fake-api.ts'
import { mountApp, seriousFindings } from '../../../test/mount-app.tsx'
// Loaded before the clock of the first test runs: a screen with a form is large.
import './Apply.tsx'

/** Axe looks at every cell of the sheet, which takes its time on a busy machine. */
const AXE_MS = 60_000
const AT = '/apply?matter=huicai-quota'
const field = (name: string) => page.getByLabelText(name, { exact: true })

describe('Apply', () => {
  it('fills in the official table, with quota, progress and who will decide beside it', async () => {
    await mountApp(AT)
    await expect.element(field('通讯地址')).toBeVisible()
    await expect.element(page.getByRole('img', { name: '已用 3，共 5' })).toBeVisible()
    await expect.element(page.getByText('市人社局推荐申领')).toBeVisible()
    await expect.element(page.getByText('3 / 26 项')).toBeVisible()
  })

  it('has nothing that axe calls serious', { timeout: AXE_MS }, async () => {
    const { element } = await mountApp(AT)
    await expect.element(field('通讯地址')).toBeVisible()
    expect(await seriousFindings(element)).toEqual([])
  })

  it('saves the draft after the last key', async () => {
    const { api } = await mountApp(AT)
    await field('通讯地址').fill('淄博市张店区XX路')
    await expect.element(page.getByText('草稿已保存')).toBeVisible()
    expect(api.state.draft?.values).toMatchObject({ 通讯地址: '淄博市张店区XX路' })
  })

  it('says that a draft was not saved, keeps it on the page, and saves it when asked again', async () => {
    const api = createFakeApi()
    api.override('PUT /matters/huicai-quota/draft', () => problem(503, 'UNAVAILABLE', ''))
    await mountApp(AT, { api })
    await field('通讯地址').fill('淄博市临淄区XX路')
    await page.getByRole('button', { name: '存草稿' }).click()
    await expect.element(page.getByText('没有存上，正在重试；内容还在这一页')).toBeVisible()
    await page.getByRole('button', { name: '存草稿' }).click()
    await expect.element(page.getByText('草稿已保存')).toBeVisible()
    expect(api.state.draft?.values).toMatchObject({ 通讯地址: '淄博市临淄区XX路' })
  })

  it('asks which draft to keep when another device has saved, and overwrites none by itself', async () => {
    const { api } = await mountApp(AT)
    await expect.element(field('通讯地址')).toBeVisible()
    api.state.draft = { version: 3, updatedAt: new Date().toISOString(), values: { 通讯地址: '另一台填写的地址' } }
    await field('通讯地址').fill('这里填写的地址')
    await page.getByRole('button', { name: '存草稿' }).click()
    await expect.element(page.getByRole('heading', { name: '另一台设备也改过这份草稿' })).toBeVisible()
    expect(api.state.draft.values).toMatchObject({ 通讯地址: '另一台填写的地址' })
    await page.getByRole('button', { name: '用另一台设备的' }).click()
    await expect.element(field('通讯地址')).toHaveValue('另一台填写的地址')
  })

  it('sums up what is wrong and leads to each field', async () => {
    const { api } = await mountApp(AT)
    await expect.element(field('通讯地址')).toBeVisible()
    await page.getByRole('button', { name: '提交' }).click()
    const summary = page.getByRole('alert')
    await expect.element(summary).toHaveFocus()
    await summary.getByRole('button', { name: '通讯地址' }).click()
    await expect.element(field('通讯地址')).toHaveFocus()
    expect(api.requests.some(({ path }) => path.endsWith('/cases'))).toBe(false)
  })

  it('cannot be submitted when a quota is full, and says why', async () => {
    const api = createFakeApi()
    api.state.matter.limits = [{ register: 'r', label: '本局名额', group: {}, used: 5, max: 5 }]
    await mountApp(AT, { api })
    await expect.element(page.getByRole('button', { name: '提交' })).toBeDisabled()
    await expect.element(page.getByText(/“本局名额”已满（5\/5），不能提交/)).toBeVisible()
  })
})
