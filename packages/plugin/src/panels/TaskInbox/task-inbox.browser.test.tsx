import { describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { json, problem } from '../../../test/fake/answers.ts'
import { createFakeApi } from '../../../test/fake-api.ts'
import { mountApp, seriousFindings } from '../../../test/mount-app.tsx'

const CERAMICS = '申领“山东惠才卡”：XX，山东XX精密陶瓷有限公司'
const POLYMERS = '申领“山东惠才卡”：XX，山东XX高分子材料有限公司'

describe('TaskInbox', () => {
  it('groups what waits by deadline, the most urgent first', async () => {
    const { element } = await mountApp('/inbox')
    await expect.element(page.getByRole('heading', { name: '待办', exact: true })).toHaveFocus()
    await expect.element(page.getByRole('link', { name: CERAMICS, exact: true })).toBeVisible()
    const groups = [...element.querySelectorAll('th[scope=rowgroup]')].map((cell) => cell.textContent)
    expect(groups).toEqual(['已逾期 2', '今日到期 3', '三日内到期 4', '其后 3'])
  })

  it('has nothing that axe calls serious', async () => {
    const { element } = await mountApp('/inbox')
    await expect.element(page.getByRole('link', { name: CERAMICS, exact: true })).toBeVisible()
    expect(await seriousFindings(element)).toEqual([])
  })

  it('shows its bones while it waits', async () => {
    const api = createFakeApi()
    api.override('GET /tasks', () => new Promise(() => undefined))
    const { element } = await mountApp('/inbox', { api })
    await expect.poll(() => element.querySelector('[aria-busy=true]')?.textContent).toContain('正在加载待办')
  })

  it('says that the desk is clear, which is not the same as no match', async () => {
    const api = createFakeApi()
    api.state.todo = []
    await mountApp('/inbox', { api })
    await expect.element(page.getByRole('heading', { name: '案头已清' })).toBeVisible()
  })

  it('says that nothing matches and takes the conditions away', async () => {
    await mountApp('/inbox?q=没有这样的事项')
    await expect.element(page.getByRole('heading', { name: '没有符合条件的待办' })).toBeVisible()
    await page.getByRole('button', { name: '清除条件' }).click()
    await expect.element(page.getByRole('link', { name: CERAMICS, exact: true })).toBeVisible()
  })

  it('says what failed, with a number to quote, and tries again', async () => {
    const api = createFakeApi()
    const down = () => problem(503, 'UNAVAILABLE', '', { instance: 'ZP-0320-104218' })
    api.override('GET /tasks', down, down, down)
    await mountApp('/inbox', { api })
    await expect.element(page.getByRole('heading', { name: '待办没有取到' })).toBeVisible()
    await expect.element(page.getByRole('button', { name: '复制问题编号 ZP-0320-104218' })).toBeVisible()
    await page.getByRole('button', { name: '现在重试' }).click()
    await expect.element(page.getByRole('link', { name: CERAMICS, exact: true })).toBeVisible()
  })

  it('asks the server for what is searched', async () => {
    const { api } = await mountApp('/inbox')
    await page.getByRole('searchbox').fill('精密陶瓷')
    await expect.element(page.getByRole('link', { name: POLYMERS, exact: true })).not.toBeInTheDocument()
    expect(api.requests.some(({ query }) => query.get('q') === '精密陶瓷')).toBe(true)
  })

  it('approves many at once and keeps the one that failed, with its reason', async () => {
    const api = createFakeApi()
    api.override('POST /tasks/actions', () => {
      api.state.todo = api.state.todo.filter((task) => task.id !== 't-01')
      return json({
        items: [
          { taskId: 't-01', ok: true, message: '已同意，送市人社局', code: null },
          {
            taskId: 't-04',
            ok: false,
            message: '市工信局人才工作科经办刚刚改过这件，请打开看过再办',
            code: 'TASK_CHANGED',
          },
        ],
      })
    })
    await mountApp('/inbox', { api })
    await page.getByRole('checkbox', { name: `选中：${CERAMICS}` }).click()
    await page.getByRole('checkbox', { name: `选中：${POLYMERS}` }).click()
    await page.getByRole('button', { name: '批量同意…' }).click()
    await page.getByRole('button', { name: '提交：同意 2 件' }).click()
    await expect.element(page.getByRole('heading', { name: '1 件已同意，1 件没有办成' })).toBeVisible()
    await expect.element(page.getByText('请打开看过再办')).toBeVisible()
    await page.getByRole('button', { name: '回到没有办成的' }).click()
    await expect.element(page.getByRole('link', { name: CERAMICS, exact: true })).not.toBeInTheDocument()
    await expect.element(page.getByRole('checkbox', { name: `选中：${POLYMERS}` })).toBeChecked()
    const sent = api.requests.find(({ path }) => path === '/tasks/actions')
    expect(sent?.body).toMatchObject({ type: 'approve', opinion: { text: '同意。' } })
    expect(sent?.headers.get('Idempotency-Key')).toMatch(/^[0-9a-f]{32}$/)
    expect(sent?.headers.get('X-Requested-With')).toBe('zhupi')
  })

  it('lets only rows of one matter and step be chosen together, and none that wants a field', async () => {
    await mountApp('/inbox')
    await expect.element(page.getByRole('checkbox', { name: /医药科技/ })).toBeDisabled()
    await page.getByRole('checkbox', { name: `选中：${CERAMICS}` }).click()
    await expect.element(page.getByRole('checkbox', { name: /子女入学协调/ })).toBeDisabled()
    await expect.element(page.getByRole('checkbox', { name: `选中：${POLYMERS}` })).toBeEnabled()
  })

  it('becomes cards on a phone, with the menu behind a button', async () => {
    const { element } = await mountApp('/inbox', { width: 390, height: 844 })
    await expect.element(page.getByRole('link', { name: CERAMICS })).toBeVisible()
    expect(element.querySelector('table')).toBeNull()
    await page.getByRole('button', { name: '打开菜单' }).click()
    await expect.element(page.getByRole('link', { name: '已办' })).toBeVisible()
    expect(await seriousFindings(element)).toEqual([])
  })
})
