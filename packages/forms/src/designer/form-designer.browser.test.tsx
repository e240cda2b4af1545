import { ConfigProvider } from 'antd'
import zhCN from 'antd/locale/zh_CN'
import axe from 'axe-core'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, describe, expect, it } from 'vitest'
import { userEvent } from 'vitest/browser'
import quota from '../../../../examples/zibo-talent-cards/forms/huicai-quota.form.json'
import { type FormDefinition, parseForm } from '../index.ts'
import { zhupiTheme } from '../react/index.ts'
import { FormDesigner, type FormDesignerProps } from './index.ts'

let mounted: { root: Root; element: HTMLElement } | undefined

afterEach(() => {
  mounted?.root.unmount()
  mounted?.element.remove()
  mounted = undefined
})

const QUOTA = parseForm(quota)

/** The designer in the page; `saved` are the forms it handed to its host. */
async function open(props: Partial<FormDesignerProps> & { draft: FormDefinition }) {
  const element = document.createElement('div')
  element.style.cssText = 'width: 1280px; height: 900px'
  document.body.append(element)
  const root = createRoot(element)
  mounted = { root, element }
  const saved: FormDefinition[] = []
  const onSave = async (form: FormDefinition) => {
    saved.push(form)
    return { etag: String(saved.length + 1) }
  }
  root.render(
    <ConfigProvider locale={zhCN} theme={zhupiTheme}>
      <FormDesigner etag="1" onSave={onSave} {...props} />
    </ConfigProvider>,
  )
  await expect.poll(() => element.querySelector('.zpd')).not.toBeNull()
  element.tabIndex = -1
  element.focus()
  /** The last form that was saved, once one fits. */
  const savedWhere = async (fits: (form: FormDefinition) => boolean) => {
    await expect.poll(() => saved.some(fits), { timeout: 10_000 }).toBe(true)
    return saved.findLast(fits) as FormDefinition
  }
  return { element, saved, savedWhere, press: (keys: string) => userEvent.keyboard(keys) }
}

function cell(row: number, col: number): HTMLElement {
  return document.querySelector(`td[data-row="${row}"][data-col="${col}"]`) as HTMLElement
}

/** Presses Tab until the focus is where it should be, as somebody without a mouse does. */
async function tabTo(fits: (element: Element) => boolean, most = 80) {
  for (let count = 0; count < most; count++) {
    if (document.activeElement && fits(document.activeElement)) return
    await userEvent.keyboard('{Tab}')
  }
  throw new Error('Tab does not lead there')
}

const named = (name: string) => (element: Element) =>
  element.getAttribute('aria-label') === name || element.textContent?.trim() === name

describe('by keyboard alone', () => {
  it('builds a form from nothing: paper, label, field, merged cells, undo and redo', async () => {
    const draft: FormDefinition = { key: 'leave', title: '请假单', schema: { type: 'object', properties: {} } }
    const { press, savedWhere } = await open({ draft })
    await tabTo(named('做一张纸面'))
    await press('{Enter}')
    await expect.poll(() => cell(0, 0)).not.toBeNull()
    await tabTo((element) => element === cell(0, 0))
    await press('{F2}')
    await expect.poll(() => document.activeElement?.tagName).toBe('TEXTAREA')
    await press('姓名{Enter}')
    await expect.poll(() => document.activeElement).toBe(cell(0, 0))
    await press('{ArrowRight}')
    await expect.poll(() => document.activeElement).toBe(cell(0, 1))
    await press('{Enter}')
    await expect.poll(() => document.activeElement?.getAttribute('data-component')).toBe('Input')
    await press('{Enter}')
    await expect.poll(() => document.activeElement).toBe(cell(0, 1))
    expect(cell(0, 1).textContent).toContain('姓名')

    await press('r')
    await expect.poll(() => document.activeElement).toBe(cell(1, 1))
    await press('{Shift>}{ArrowLeft}{/Shift}m')
    await expect.poll(() => cell(1, 0).getAttribute('colspan')).toBe('2')
    await press('{Control>}z{/Control}')
    await expect.poll(() => cell(1, 1)).not.toBeNull()
    await press('{Control>}y{/Control}')
    await expect.poll(() => cell(1, 0).getAttribute('colspan')).toBe('2')

    const form = await savedWhere(({ paper }) => paper?.rows[1]?.[0]?.colSpan === 2)
    expect(form.schema.properties.姓名).toMatchObject({ type: 'string', title: '姓名', 'x-component': 'Input' })
    expect(form.paper?.rows[0]).toEqual([{ text: '姓名' }, { field: '姓名' }])
  })

  it('writes a rule as a sentence', async () => {
    const { element, press, savedWhere } = await open({
      draft: parseForm({
        key: 'card',
        title: '申领',
        schema: {
          type: 'object',
          properties: {
            层次: { type: 'string', title: '层次', enum: ['A', 'B'], 'x-component': 'Radio' },
            依据: { type: 'string', title: '依据', 'x-component': 'TextArea' },
          },
        },
      }),
    })
    await tabTo((one) => one.getAttribute('data-node') === '层次')
    await press('{ArrowDown}')
    await expect.poll(() => document.activeElement?.getAttribute('data-node')).toBe('依据')
    await tabTo(named('添一条规则'))
    await press('{Enter}')
    await tabTo((one) => one.getAttribute('aria-label') === '字段' && one.getAttribute('role') === 'combobox')
    await press('{ArrowDown}{Enter}')
    await tabTo((one) => one.getAttribute('aria-label') === '值')
    await press('{ArrowDown}{Enter}')
    const form = await savedWhere((one) => one.schema.properties.依据?.['x-visible'] !== undefined)
    expect(form.schema.properties.依据?.['x-visible']).toBe('{{ 层次 = "A" }}')
    expect(element.textContent).toContain('试算：层次“A”，显示')
  })

  it('edits JSON that is checked as one types: wrong is listed and not taken, right is in the form', async () => {
    const { element, press, saved, savedWhere } = await open({ draft: QUOTA })
    const radio = () =>
      [...element.querySelectorAll('.zpd-bar .ant-segmented-item')].find((one) => one.textContent === 'JSON')
    await tabTo((one) => one.matches('.zpd-bar .ant-segmented input'))
    await press('{ArrowRight}')
    await expect.poll(() => element.querySelector('.zpd-preview')).not.toBeNull()
    await press('{ArrowRight}')
    await expect.poll(() => radio()?.className).toContain('selected')
    const text = () => element.querySelector<HTMLTextAreaElement>('.zpd-json textarea')
    await expect.poll(text).not.toBeNull()
    await tabTo((one) => one === text())
    const at = text()?.value.indexOf('配额制') ?? 0
    text()?.setSelectionRange(at - 9, at - 9)
    await press('"')
    await expect.poll(() => element.querySelector('.zpd-json-issues')?.textContent).toContain('1 处要改')
    expect(element.querySelector('.zpd-json-issues li')?.textContent).toContain('第 3 行')
    await press('{Backspace}')
    await expect.poll(() => element.querySelector('.zpd-json-issues')?.textContent).toContain('格式正确')
    expect(saved).toEqual([])
    text()?.setSelectionRange(at, at)
    await press('新')
    expect((await savedWhere((form) => form.title.includes('新'))).title).toContain('新配额制')
  })
})

describe('saving', () => {
  it('asks when somebody else has saved, and overwrites nothing', async () => {
    const etags: string[] = []
    const onSave = async (_form: FormDefinition, etag: string) => {
      etags.push(etag)
      if (etag === '1') throw { status: 412, theirs: { form: { ...QUOTA, title: '对方改的' }, etag: '7' } }
      return { etag: '8' }
    }
    const { element, press } = await open({ draft: QUOTA, onSave })
    await tabTo((one) => one.matches('td'))
    await press('{F2}')
    await expect.poll(() => document.activeElement?.tagName).toBe('TEXTAREA')
    await press('甲{Enter}')
    await expect
      .poll(() => document.querySelector('.ant-modal')?.textContent, { timeout: 10_000 })
      .toContain('表单名称')
    expect(etags).toEqual(['1'])
    const mine = [...document.querySelectorAll<HTMLElement>('.ant-modal button')].find(
      (one) => one.textContent === '用我的覆盖',
    )
    mine?.click()
    await expect.poll(() => element.querySelector('.zpd-saved')?.textContent).toContain('已保存')
    expect(etags).toEqual(['1', '7'])
  })
})

describe('accessibility', () => {
  const serious = async (element: HTMLElement) => {
    const { violations } = await axe.run(element, { resultTypes: ['violations'] })
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`))
  }

  it('axe finds nothing serious with a field, its rules and its access open', async () => {
    const { element } = await open({
      draft: QUOTA,
      steps: [{ flow: 'f', element: 'a', title: '审核', access: { 企业类型: 'edit' } }],
      report: [
        {
          path: '企业类型',
          label: '企业类型',
          cell: { row: 13, index: 3 },
          place: { table: 1, row: 14, column: 4 },
          guess: 'Radio',
          required: true,
          confidence: 0.6,
          why: '备注',
        },
      ],
    })
    element.querySelector<HTMLElement>('[data-node$="/主管部门"]')?.click()
    await expect.poll(() => element.querySelector('.zpd-feel')).not.toBeNull()
    expect(await serious(element)).toEqual([])
  })

  it('axe finds nothing serious in JSON and in an empty form', async () => {
    const { element } = await open({ draft: { key: 'leer', title: '空', schema: { type: 'object', properties: {} } } })
    expect(await serious(element)).toEqual([])
    const json = [...element.querySelectorAll<HTMLElement>('.zpd-bar .ant-segmented-item')].find(
      (one) => one.textContent === 'JSON',
    )
    json?.click()
    await expect.poll(() => element.querySelector('.zpd-json')).not.toBeNull()
    expect(await serious(element)).toEqual([])
  })
})
