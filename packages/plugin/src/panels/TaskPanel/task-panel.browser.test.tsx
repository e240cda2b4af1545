import { describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { problem } from '../../../test/fake/answers.ts'
import { createFakeApi } from '../../../test/fake-api.ts'
import { mountApp, seriousFindings } from '../../../test/mount-app.tsx'
// Loaded before the clock of the first test runs: a screen with a form is large.
import './TaskPanel.tsx'

/** Axe looks at every cell of the sheet, which takes its time on a busy machine. */
const AXE_MS = 60_000
const AT = '/task?id=t-06'
const submitButton = (name: string) => page.getByRole('button', { name })
const decision = (name: string) => page.getByRole('radio', { name })

function sentActions(api: ReturnType<typeof createFakeApi>) {
  return api.requests.filter(({ method, path }) => method === 'POST' && path === '/tasks/t-06/actions')
}

describe('TaskPanel', () => {
  it('shows the sheet, the decision with its consequence, and what went before', async () => {
    const { element } = await mountApp(AT)
    await expect.element(page.getByRole('heading', { level: 1, name: /配额制申领登记表/ })).toHaveFocus()
    await expect.element(decision('同意 送市人社局')).toBeChecked()
    await expect.element(submitButton('提交：同意，送市人社局')).toBeEnabled()
    await expect.element(page.getByText('意见的预览，提交后落笔')).toBeInTheDocument()
    await expect.element(page.getByRole('figure', { name: '流程图：现在停在市工信局审核' })).toBeInTheDocument()
    expect(element.querySelectorAll('.za-undone')).toHaveLength(1)
  })

  it('has nothing that axe calls serious', { timeout: AXE_MS }, async () => {
    const { element } = await mountApp(AT)
    await expect.element(submitButton('提交：同意，送市人社局')).toBeEnabled()
    expect(await seriousFindings(element)).toEqual([])
  })

  it('approves with the opinion, the seal and the version read, then opens the next task', async () => {
    const { api } = await mountApp(AT)
    await page.getByLabelText('意见', { exact: true }).fill('同意推荐，名额有余。')
    await submitButton('提交：同意，送市人社局').click()
    await expect.element(page.getByText('已同意，送市人社局').first()).toBeInTheDocument()
    expect(sentActions(api)[0]?.body).toEqual({
      type: 'approve',
      version: 7,
      opinion: { text: '同意推荐，名额有余。', seal: 'gxj' },
    })
    await expect.poll(() => location.search).toBe('?id=t-07')
    await page.getByRole('button', { name: '撤回', exact: true }).click()
    await expect.element(page.getByText('已撤回，这件回到您的待办。')).toBeVisible()
  })

  it('returns to a chosen step with a reason, saying what is undone', async () => {
    const { api } = await mountApp(AT)
    await decision('退回 退给前面某步').click()
    await expect.element(page.getByText('请写明理由')).toBeVisible()
    await page.getByRole('radio', { name: /^用人单位意见/ }).click()
    await expect.element(page.getByText('将撤销：用人单位意见、区县主管部门意见、人才工作科经办意见')).toBeVisible()
    await page.getByText('直接回到我这里').click()
    await page.getByLabelText('退回理由').fill('请补充近三年业绩证明。')
    await submitButton('提交：退回，退到“用人单位意见”').click()
    await expect
      .poll(() => sentActions(api)[0]?.body)
      .toEqual({
        type: 'return',
        to: 'employer',
        after: 'straight',
        version: 7,
        opinion: { text: '请补充近三年业绩证明。' },
      })
  })

  it('keeps the opinion when the case changed meanwhile, shows what changed, and goes on', async () => {
    const api = createFakeApi()
    api.override('POST /tasks/t-06/actions', () => {
      const { task } = api.state
      const values = { ...task.case.values, 企业类型: '“十强”产业集群领军企业' }
      api.state.task = { ...task, version: 8, case: { ...task.case, version: 8, values } }
      return problem(409, 'TASK_CHANGED', '这件刚刚改过')
    })
    await mountApp(AT, { api })
    await page.getByLabelText('意见', { exact: true }).fill('同意，请抓紧办理。')
    await submitButton('提交：同意，送市人社局').click()
    await expect.element(page.getByText(/改了“企业类型”.*您写的意见还在。/)).toBeVisible()
    await page.getByRole('button', { name: '看改了什么' }).click()
    await expect.element(page.getByRole('cell', { name: '“十强”产业集群领军企业' })).toBeVisible()
    await userEvent.keyboard('{Escape}')
    await page.getByRole('button', { name: '按新内容继续' }).click()
    await expect.element(page.getByLabelText('意见', { exact: true })).toHaveValue('同意，请抓紧办理。')
    await submitButton('提交：同意，送市人社局').click()
    await expect
      .poll(() => sentActions(api)[1]?.body)
      .toMatchObject({ version: 8, opinion: { text: '同意，请抓紧办理。' } })
  })

  it('keeps what was written when the page is left without submitting', async () => {
    await mountApp(AT)
    await page.getByLabelText('意见', { exact: true }).fill('写到一半')
    await page.getByRole('link', { name: '下一件' }).click()
    await expect.poll(() => location.search).toBe('?id=t-07')
    history.back()
    await expect.element(page.getByLabelText('意见', { exact: true })).toHaveValue('写到一半')
  })

  it('repeats a decision whose answer got lost with the same key', async () => {
    const api = createFakeApi()
    api.override('POST /tasks/t-06/actions', () => {
      throw new TypeError('Failed to fetch')
    })
    await mountApp(AT, { api })
    await submitButton('提交：同意，送市人社局').click()
    await expect.element(page.getByText(/没有提交成功，您写的意见还在。网络没有连上。/)).toBeVisible()
    await submitButton('提交：同意，送市人社局').click()
    await expect.poll(() => sentActions(api).length).toBe(2)
    const [first, second] = sentActions(api).map(({ headers }) => headers.get('Idempotency-Key'))
    expect(second).toBe(first)
  })

  it('transfers to a person', async () => {
    const { api } = await mountApp(AT)
    await page.getByRole('button', { name: '转办' }).click()
    await page.getByRole('radio', { name: /市工信局人才工作科经办/ }).click()
    await page.getByRole('dialog').getByRole('button', { name: '转办' }).click()
    await expect.poll(() => sentActions(api)[0]?.body).toEqual({ type: 'transfer', to: 'gxj-clerk', version: 7 })
  })

  it('lets the initiator mend the form after a return and sends only what changed', async () => {
    const api = createFakeApi()
    const { task } = api.state
    api.state.task = {
      ...task,
      resubmit: true,
      access: { '*': 'read', 专业技术职务: 'edit' },
      actions: [{ type: 'resubmit', label: '重新提交', hint: '送用人单位' }],
      opinion: { ...task.opinion, field: null, required: false, seal: false },
    }
    await mountApp(AT, { api })
    await expect.element(page.getByRole('heading', { name: '补正后重新提交' })).toBeVisible()
    const post = page.getByLabelText('专业技术职务')
    await post.fill('正高级工程师')
    await submitButton('提交：重新提交，送用人单位').click()
    await expect
      .poll(() => sentActions(api)[0]?.body)
      .toEqual({
        type: 'resubmit',
        version: 7,
        values: { 专业技术职务: '正高级工程师' },
      })
  })

  it('agrees in two taps on a phone', async () => {
    const { api, element } = await mountApp(AT, { width: 390, height: 844 })
    await expect.element(page.getByRole('heading', { name: '待办 6 / 12' })).toBeVisible()
    expect(await seriousFindings(element)).toEqual([])
    await page.getByRole('button', { name: '同意', exact: true }).click()
    await expect.element(page.getByRole('dialog').getByRole('radio', { name: '同意', exact: true })).toBeChecked()
    await submitButton('提交：同意，送市人社局').click()
    await expect
      .poll(() => sentActions(api)[0]?.body)
      .toMatchObject({ type: 'approve', opinion: { text: '同意推荐。' } })
  })

  it('says that somebody else has decided', async () => {
    const api = createFakeApi()
    api.state.task = { ...api.state.task, state: 'closed' }
    await mountApp(AT, { api })
    await expect.element(page.getByRole('heading', { name: '这件不用您办了' })).toBeVisible()
  })
})
