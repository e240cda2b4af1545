import { describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { mountApp, seriousFindings } from '../../../test/mount-app.tsx'
// Loaded before the clock of the first test runs: a screen with a form is large.
import './TaskPanel.tsx'

const AXE_MS = 60_000
const AT = '/task?id=t-06'
const dialog = () => page.getByRole('dialog')

describe('the acts besides the decision', () => {
  it('add several signers at the chosen moment, once somebody is chosen', async () => {
    const { api } = await mountApp(AT)
    await page.getByRole('button', { name: '加签' }).click()
    const submit = dialog().getByRole('button', { name: '加签', exact: true })
    await expect.element(submit).toBeDisabled()
    await dialog().getByText('和我一起').click()
    await dialog().getByRole('checkbox').nth(0).click()
    await dialog().getByRole('checkbox').nth(1).click()
    await expect.element(dialog().getByText(/^已选：.+、.+/)).toBeVisible()
    await submit.click()
    const sent = () => api.requests.find(({ method, path }) => method === 'POST' && path === '/tasks/t-06/actions')
    await expect
      .poll(() => sent()?.body)
      .toEqual({ type: 'addSigners', people: ['gxj-clerk', 'kjj-clerk'], how: 'beside', version: 7 })
  })

  it('send nothing when the dialog is left', async () => {
    const { api } = await mountApp(AT)
    await page.getByRole('button', { name: '加签' }).click()
    await dialog().getByRole('checkbox').nth(0).click()
    await dialog().getByRole('button', { name: '取消' }).click()
    await expect.element(dialog()).not.toBeInTheDocument()
    expect(api.requests.filter(({ method }) => method === 'POST')).toEqual([])
  })

  it('have nothing that axe calls serious', { timeout: AXE_MS }, async () => {
    await mountApp(AT)
    await page.getByRole('button', { name: '加签' }).click()
    await expect.element(dialog().getByRole('checkbox').nth(0)).toBeVisible()
    expect(await seriousFindings(dialog().element() as HTMLElement)).toEqual([])
  })
})
