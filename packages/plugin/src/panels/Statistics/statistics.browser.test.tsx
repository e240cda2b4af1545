import { expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { json, problem } from '../../../test/fake/answers.ts'
import { fakeStatistics } from '../../../test/fake/statistics.ts'
import { createFakeApi } from '../../../test/fake-api.ts'
import { mountApp } from '../../../test/mount-app.tsx'
import { ticksUntil } from './MonthChart.tsx'

it('says the numbers of the picture as a table, too', async () => {
  await mountApp('/statistics')
  await expect.element(page.getByRole('img', { name: '按月份' })).toBeVisible()
  await page.getByText('看数字').click()
  const { months } = fakeStatistics()
  const rows = page.getByRole('table').first().getByRole('row')
  await expect.poll(() => rows.elements().length).toBe(months.length + 1)
  expect(rows.elements().at(-1)?.textContent).toBe(`${months.at(-1)?.month}15122`)
})

it('asks for a matter and a time, and exports just that', async () => {
  const { api, element } = await mountApp('/statistics')
  await page.getByRole('combobox', { name: '事项' }).selectOptions('淄博精英卡')
  await page.getByRole('radio', { name: '近 3 个月' }).click()
  await expect.poll(() => api.requests.at(-1)?.path).toBe('/admin/statistics')
  await expect.poll(() => api.requests.map(({ query }) => query.get('matter'))).toContain('jingying')
  const href = element.querySelector<HTMLAnchorElement>('a[download]')?.href ?? ''
  const query = new URL(href).searchParams
  expect(query.get('matter')).toBe('jingying')
  const [from = '', to = ''] = [query.get('from') ?? '', query.get('to') ?? '']
  expect(
    fakeStatistics()
      .months.slice(-3)
      .map(({ month }) => month),
  ).toEqual([from, expect.any(String), to])
})

it('says so when nothing was counted, and when it cannot be had', async () => {
  const api = createFakeApi()
  const nothing = { started: 0, ended: 0, rejected: 0, returned: 0, overdue: 0, median: null, p90: null }
  const empty = () => json({ ...fakeStatistics(), totals: nothing, months: [], matters: [], units: [], steps: [] })
  api.override('GET /admin/statistics', empty, empty)
  await mountApp('/statistics', { api })
  await expect.element(page.getByRole('heading', { name: '这段时间没有办件' })).toBeVisible()
  const broken = createFakeApi()
  const refuse = () => problem(403, 'FORBIDDEN', '您没有办理此事的权限。')
  broken.override('GET /admin/statistics', refuse, refuse)
  await mountApp('/statistics', { api: broken })
  await expect.element(page.getByRole('heading', { name: '统计没有取到' })).toBeVisible()
})

it('is in the menu of those who may', async () => {
  const api = createFakeApi()
  await mountApp('/inbox', { api })
  await expect.element(page.getByRole('link', { name: '统计' })).toBeVisible()
  const other = createFakeApi()
  other.state.me = { ...other.state.me, statistics: false }
  const { element } = await mountApp('/inbox', { api: other })
  await expect.poll(() => element.querySelector('.za-menu-person')).not.toBeNull()
  expect(element.querySelector('a[href$="/statistics"]')).toBeNull()
})

it('draws its scale in round numbers that reach the highest bar', () => {
  expect(ticksUntil(26)).toEqual([0, 10, 20, 30])
  expect(ticksUntil(1)).toEqual([0, 1])
  expect(ticksUntil(1000)).toEqual([0, 500, 1000])
})
