import { expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { json } from '../../../test/fake/answers.ts'
import { createFakeApi } from '../../../test/fake-api.ts'
import { mountApp, seriousFindings } from '../../../test/mount-app.tsx'

it.each([1440, 390])('lists what was sent to one, with a mark where it was not looked at, %i wide', async (width) => {
  const { element, api } = await mountApp('/cc', { width })
  await expect.element(page.getByRole('heading', { level: 1, name: '抄送我的' })).toBeVisible()
  await expect.element(page.getByRole('link', { name: /未读/ })).toBeVisible()
  expect(api.requests.find(({ path }) => path === '/cases')?.query.get('box')).toBe('cc')
  expect(document.documentElement.scrollWidth).toBe(width)
  expect(await seriousFindings(element)).toEqual([])
})

it('says that nothing was sent', async () => {
  const api = createFakeApi()
  api.override('GET /cases', () => json({ items: [], nextCursor: null }))
  await mountApp('/cc', { api })
  await expect.element(page.getByText('没有抄送给您的办件')).toBeVisible()
})
