import { describe, expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { createFakeApi } from '../../../test/fake-api.ts'
import { mountApp, seriousFindings } from '../../../test/mount-app.tsx'
// Loaded before the clock of the first test runs: designer and modeler are large.
import './FormTab.tsx'
import './FlowTab.tsx'

vi.setConfig({ testTimeout: 60_000 })

const READY: Record<string, () => Element | null> = {
  '/admin': () => document.querySelector('.za-admin-table'),
  '/admin?matter=m1&tab=form': () => document.querySelector('.zpd-bar'),
  '/admin?matter=m1&tab=flow': () => document.querySelector('.djs-shape[data-element-id="step-1"]'),
  '/admin?matter=m1&tab=settings': () => document.querySelector('.za-settings .za-check-line'),
  '/admin?matter=m1&tab=versions': () => document.querySelector('.za-publish-changes'),
  '/admin?matter=m1&tab=publish': () => document.querySelector('.za-publish-changes'),
}

describe.each(Object.entries(READY))('%s', (at, ready) => {
  it.each([
    [1440, 900],
    [390, 844],
  ])('is accessible and fits a window of %i px', async (width, height) => {
    const { element } = await mountApp(at, { width, height })
    await expect.poll(ready, { timeout: 20_000 }).not.toBeNull()
    expect(await seriousFindings(element)).toEqual([])
    expect(document.documentElement.scrollWidth).toBe(width)
  })
})

it('has no entry in the menu for others', async () => {
  const api = createFakeApi()
  api.state.me = { ...api.state.me, isAdministrator: false }
  await mountApp('/inbox', { api })
  await expect.element(page.getByRole('link', { name: '发起申请' })).toBeVisible()
  await expect.element(page.getByText('市工信局分管领导')).toBeVisible()
  expect(page.getByRole('link', { name: '事项', exact: true }).query()).toBeNull()
})

it('says that the matters were not fetched, and fetches them again', async () => {
  const api = createFakeApi()
  const refused = () => new Response(JSON.stringify({ code: 'FORBIDDEN', title: 'X', status: 403 }), { status: 403 })
  api.override('GET /admin/matters', refused)
  await mountApp('/admin', { api })
  await expect.element(page.getByRole('alert')).toHaveTextContent('事项没有取到')
  await page.getByRole('button', { name: '现在重试' }).click()
  await expect.element(page.getByRole('link', { name: '人才引进' })).toBeVisible()
})

describe('the flow', () => {
  it('is drawn by the keyboard alone: a step is chosen, given people, and another put behind it', async () => {
    const { api } = await mountApp('/admin?matter=m1&tab=flow')
    await expect.poll(READY['/admin?matter=m1&tab=flow'] as () => Element | null, { timeout: 20_000 }).not.toBeNull()
    const press = async (name: string | RegExp) => {
      ;(page.getByRole('button', { name }).element() as HTMLElement).focus()
      await userEvent.keyboard('{Enter}')
    }
    await press(/^用人单位意见 人办/)
    await press('添一类人')
    const who = page.getByLabelText('是谁')
    await userEvent.selectOptions(who, '市人社推荐')
    await press(/^人办$/)
    await expect.element(page.getByRole('button', { name: /^新的一步 人办/ })).toBeVisible()
    await expect
      .poll(() => String(api.state.definitions.drafts['flows/m1']?.content), { timeout: 10_000 })
      .toMatch(/<zhupi:people from="role" value="市人社推荐" \/>[\s\S]*新的一步/)
  })
})

describe('the access of the steps', () => {
  it.each([1440, 390])('is set field by field, by keyboard, down to “must be filled in”: %i px', async (width) => {
    const { api, element } = await mountApp('/admin?matter=m1&tab=flow', { width, height: 900 })
    await expect.poll(READY['/admin?matter=m1&tab=flow'] as () => Element | null, { timeout: 20_000 }).not.toBeNull()
    ;(page.getByRole('radio', { name: '流程图' }).element() as HTMLElement).focus()
    await userEvent.keyboard('{ArrowRight}')
    const name = page.getByLabelText('姓名，用人单位意见')
    await expect.element(name).toHaveValue('')
    await expect.element(name).toHaveTextContent('（只能看）')
    await userEvent.selectOptions(name, 'require')
    const saved = () => String(api.state.definitions.drafts['flows/m1']?.content)
    await expect.poll(saved, { timeout: 10_000 }).toContain('<zhupi:field key="姓名" access="require" />')
    await userEvent.selectOptions(name, '')
    await expect.poll(saved, { timeout: 10_000 }).not.toContain('access="require"')
    expect(await seriousFindings(element)).toEqual([])
    expect(document.documentElement.scrollWidth).toBe(width)
  })
})

describe('the form', () => {
  it('has one heading, and speaks the language of the page', async () => {
    const { element } = await mountApp('/admin?matter=m1&tab=form', { language: 'en-US' })
    await expect.poll(() => element.querySelector('.zpd-bar'), { timeout: 20_000 }).not.toBeNull()
    expect(element.querySelectorAll('h1')).toHaveLength(1)
    expect(element.querySelector('.zpd')?.getAttribute('lang')).toBe('en')
    expect(element.querySelector('.zpd-bar')?.textContent).toContain('Import Word or Excel…')
    expect(element.querySelector<HTMLInputElement>('.zpd-bar input[type=file]')?.accept).toBe('.docx,.xlsx')
  })
})

describe('the settings', () => {
  it('never overwrite what somebody else has saved: who and what is said, and one chooses', async () => {
    const { api } = await mountApp('/admin?matter=m1&tab=settings')
    await expect.element(page.getByLabelText('名称', { exact: true })).toHaveValue('人才引进')
    const theirs = { content: { title: '别人改的' }, etag: 'm9' }
    api.state.definitions.drafts['matters/m1'] = theirs
    await page.getByLabelText('名称', { exact: true }).fill('我改的')
    await expect.element(page.getByRole('alert')).toHaveTextContent(/市工信局系统管理员.*“说明”有改动/)
    expect(api.state.definitions.drafts['matters/m1']).toBe(theirs)
    await page.getByRole('button', { name: '用我的盖上去' }).click()
    await expect.poll(() => api.state.definitions.drafts['matters/m1']?.content).toMatchObject({ title: '我改的' })
  })
})

describe('the versions', () => {
  it('say who published what, what changed, and go back into the draft once asked', async () => {
    const { api } = await mountApp('/admin?matter=m1&tab=versions')
    await expect.element(page.getByText('加了学历')).toBeVisible()
    await expect.element(page.getByText('新增了「姓名」')).toBeVisible()
    ;(page.getByRole('button', { name: '把 v1 恢复到草稿' }).element() as HTMLElement).focus()
    await userEvent.keyboard('{Enter}')
    await expect.element(page.getByText('现在的草稿还没有发布，会被换掉。')).toBeVisible()
    const restores = () => api.requests.filter(({ path }) => path.endsWith('/restore'))
    expect(restores()).toEqual([])
    await page.getByRole('dialog').getByRole('button', { name: '恢复到草稿', exact: true }).click()
    await expect.element(page.getByText('v1 已恢复到草稿')).toBeVisible()
    expect(restores()[0]?.headers.get('If-Match')).toBe('"c1"')
  })

  it('leave a draft alone that nobody saw', async () => {
    const api = createFakeApi()
    api.override('POST /admin/matters/m1/versions/1/restore', () => {
      return new Response(JSON.stringify({ code: 'DEFINITION_DRAFT_CHANGED', title: 'X', status: 412 }), {
        status: 412,
      })
    })
    await mountApp('/admin?matter=m1&tab=versions', { api })
    await page.getByRole('button', { name: '把 v1 恢复到草稿' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '恢复到草稿', exact: true }).click()
    await expect.element(page.getByText('没有恢复，草稿没有变。', { exact: false })).toBeVisible()
  })
})

describe('publishing', () => {
  it('waits for errors to be mended', async () => {
    const api = createFakeApi()
    api.state.definitions.issues = api.state.definitions.issues.map((issue) => ({ ...issue, severity: 'error' }))
    await mountApp('/admin?matter=m1&tab=publish', { api })
    await expect.element(page.getByText('有 1 个错误，改好才能发布。')).toBeVisible()
    await expect.element(page.getByRole('button', { name: '发布', exact: true })).toBeDisabled()
  })

  it('says what happens to the cases under way, asks, and publishes what was checked', async () => {
    const { api } = await mountApp('/admin?matter=m1&tab=publish')
    await expect.element(page.getByText('新版没有这一步')).toBeVisible()
    await expect.element(page.getByText('1 件要先定去向')).toBeVisible()
    await page.getByText('不迁移的 2 件和原因').click()
    await expect.element(page.getByText('「复核」正在加签')).toBeVisible()
    await page.getByRole('button', { name: '发布', exact: true }).click()
    await expect.element(page.getByText('在办的 4 件按原来的版本办完', { exact: false })).toBeVisible()
    await page.getByRole('dialog').getByRole('button', { name: '发布 v1' }).click()
    await expect.element(page.getByText('已发布 v1', { exact: false })).toBeVisible()
    const sent = api.requests.find(({ path }) => path === '/admin/matters/m1/versions')
    expect(sent?.headers.get('If-Match')).toBe('"c1"')
  })

  it('sets a time at which it is published by itself, and takes that back', async () => {
    const { api } = await mountApp('/admin?matter=m1&tab=publish')
    await page.getByRole('radio', { name: '定在' }).click()
    await expect.element(page.getByText('请选生效的日期和时间。')).toBeVisible()
    await page.getByLabelText('生效时间（北京时间）').fill('2027-01-01T08:00')
    await page.getByRole('button', { name: '定时发布' }).click()
    const dialog = page.getByRole('dialog')
    await expect.element(dialog.getByText('在那之前改动草稿，到时就不会发布。', { exact: false })).toBeVisible()
    await dialog.getByRole('button', { name: '定时发布' }).click()
    await expect.element(page.getByText('已定在 2027年1月1日 08:00 自动发布', { exact: false })).toBeVisible()
    const asked = api.requests.find(({ path, method }) => method === 'PUT' && path === '/admin/matters/m1/schedule')
    expect(asked?.body).toEqual({ publishAt: '2027-01-01T00:00:00.000Z', note: '' })
    expect(asked?.headers.get('If-Match')).toMatch(/^"/)
    await page.getByRole('button', { name: '取消定时' }).click()
    await expect.element(page.getByText('已定在', { exact: false })).not.toBeInTheDocument()
  })
})

describe('cases of an earlier version', () => {
  it('are looked at, the step that is gone is given a place, and they are moved when one has said yes', async () => {
    const api = createFakeApi()
    api.state.definitions.isPublished = true
    const { element } = await mountApp('/admin?matter=m1&tab=publish', { api })
    await page.getByRole('button', { name: '看能不能迁到 v2' }).click()
    await expect.element(page.getByText('3 件可以迁移，1 件要先定去向，0 件不能迁移。')).toBeVisible()
    const chosen = page.getByLabelText('审批步骤「复核」在新版本中去哪里？').element()
    await userEvent.selectOptions(chosen, '用人单位意见')
    await expect.element(page.getByText('4 件可以迁移，0 件要先定去向，0 件不能迁移。')).toBeVisible()
    expect(page.getByLabelText('审批步骤「复核」在新版本中去哪里？').element()).toBe(chosen)
    await page.getByRole('button', { name: '迁移到 v2' }).click()
    expect(await seriousFindings(element)).toEqual([])
    await page.getByRole('dialog').getByRole('button', { name: '迁移到 v2' }).click()
    await expect.element(page.getByText('已迁 4 件，留下 0 件')).toBeVisible()
    const asked = api.requests.filter(({ method, path }) => `${method} ${path}` === 'POST /admin/migrations')
    expect(asked.map(({ body }) => body.dryRun)).toEqual([true, true, false])
    expect(asked.at(-1)?.body).toMatchObject({ from: 1, to: 2, mapping: { old: 'step-1' } })
  })

  it('fit a phone, with what stays and why', async () => {
    const api = createFakeApi()
    api.state.definitions.isPublished = true
    await mountApp('/admin?matter=m1&tab=publish', { api, width: 390, height: 844 })
    await page.getByRole('button', { name: '看能不能迁到 v2' }).click()
    await page.getByText('不迁移的 1 件和原因').click()
    await expect.element(page.getByText('RC-2026-0004')).toBeVisible()
    expect(document.documentElement.scrollWidth).toBe(390)
  })
})
