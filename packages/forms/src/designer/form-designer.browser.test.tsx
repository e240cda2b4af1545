import { ConfigProvider } from 'antd'
import zhCN from 'antd/locale/zh_CN'
import axe from 'axe-core'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import quota from '../../../../examples/zibo-talent-cards/forms/huicai-quota.form.json'
import { type FormDefinition, parseForm } from '../index.ts'
import { zhupiTheme } from '../react/index.ts'
import { enUS, FormDesigner, type FormDesignerProps } from './index.ts'

let mounted: { root: Root; element: HTMLElement } | undefined

afterEach(() => {
  mounted?.root.unmount()
  mounted?.element.remove()
  mounted = undefined
})

const QUOTA = parseForm(quota)

/** The designer in the page; `saved` are the forms it handed to its host. */
async function open({
  width = '1280px',
  ...props
}: Partial<FormDesignerProps> & { draft: FormDefinition; width?: string }) {
  const element = document.createElement('div')
  element.style.cssText = `width: ${width}; height: 900px`
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

/** Opens the list that has the focus and goes down to an option; each key waits until the list has followed. */
async function pick(option: string) {
  const active = () =>
    document.querySelector('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option-active')
      ?.textContent
  await userEvent.keyboard('{ArrowDown}')
  await expect.poll(active).toBeTruthy()
  for (let count = 0; count < 20 && active() !== option; count++) {
    const before = active()
    await userEvent.keyboard('{ArrowDown}')
    await expect.poll(active).not.toBe(before)
  }
  await userEvent.keyboard('{Enter}')
}

/** Presses one of the views at the top, or one of the devices of the preview. */
function choose(element: HTMLElement, view: string, within = '.zpd-bar') {
  const items = [...element.querySelectorAll<HTMLElement>(`${within} .ant-segmented-item`)]
  items.find((one) => one.textContent === view)?.click()
}

/** What axe calls serious or critical. */
async function serious(element: HTMLElement): Promise<string[]> {
  const { violations } = await axe.run(element, { resultTypes: ['violations'] })
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`))
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

  it('adds “else when” to a rule, and reads it back as a sentence', async () => {
    const { press, savedWhere } = await open({
      draft: parseForm({
        key: 'card',
        title: '申领',
        schema: {
          type: 'object',
          properties: {
            层次: { type: 'string', title: '层次', enum: ['A', 'B'], 'x-component': 'Radio' },
            额度: {
              type: 'number',
              title: '额度',
              'x-component': 'NumberPicker',
              'x-value': '{{ if 层次 = "A" then 5 else null }}',
            },
          },
        },
      }),
    })
    await tabTo((one) => one.getAttribute('data-node') === '层次')
    await press('{ArrowDown}')
    await expect.poll(() => document.activeElement?.getAttribute('data-node')).toBe('额度')
    await tabTo(named('添一个“否则如果”'))
    await press('{Enter}')
    const inBranch = (label: string) => (one: Element) =>
      one.closest('.zpd-rule-branch') !== null && one.getAttribute('aria-label') === label
    await tabTo((one) => inBranch('字段')(one) && one.getAttribute('role') === 'combobox')
    await press('{ArrowDown}{Enter}')
    await tabTo((one) => inBranch('值')(one) && one.getAttribute('role') === 'combobox')
    await press('{ArrowDown}{ArrowDown}{Enter}')
    await tabTo((one) => inBranch('值')(one) && one.getAttribute('role') === 'spinbutton')
    await press('3{Tab}')
    const form = await savedWhere((one) => String(one.schema.properties.额度?.['x-value']).includes('else if'))
    expect(form.schema.properties.额度?.['x-value']).toMatch(
      /^\{\{ if 层次 = "A" then 5 else if 层次 = "[AB]" then 3 else null \}\}$/,
    )
  })

  it('adds a check; a pattern that is wrong says so and stays out of the form', async () => {
    const { element, press, saved, savedWhere } = await open({
      draft: parseForm({
        key: 'card',
        title: '申领',
        schema: { type: 'object', properties: { 编号: { type: 'string', title: '编号', 'x-component': 'Input' } } },
      }),
    })
    await tabTo((one) => one.getAttribute('data-node') === '编号')
    await press('{Enter}')
    element.querySelector<HTMLElement>('[data-node="编号"]')?.click()
    await tabTo(named('添一条校验'))
    await press('{Enter}')
    await tabTo((one) => one.getAttribute('aria-label') === '按什么校验')
    await pick('正则')
    await tabTo((one) => one.getAttribute('aria-label') === '正则表达式')
    await userEvent.fill(document.activeElement as Element, '(a+)+$')
    await expect.poll(() => element.querySelector('.zpd-check .zpd-error')?.textContent).toContain('正则不能用')
    expect(saved).toEqual([])
    await userEvent.fill(document.activeElement as Element, '^[0-9]+$')
    const form = await savedWhere((one) => one.schema.properties.编号?.['x-validator'] !== undefined)
    expect(form.schema.properties.编号?.['x-validator']).toEqual([{ pattern: '^[0-9]+$' }])
  })

  it('moves a field in the tree: up, into a section and out again', async () => {
    const { press, savedWhere } = await open({
      draft: parseForm({
        key: 'card',
        title: '申领',
        schema: {
          type: 'object',
          properties: {
            组: {
              type: 'void',
              title: '组',
              'x-component': 'Section',
              properties: { 甲: { type: 'string', title: '甲' } },
            },
            乙: { type: 'string', title: '乙' },
          },
        },
      }),
    })
    await tabTo((one) => one.matches('[role=treeitem]'))
    await press('{End}')
    await expect.poll(() => document.activeElement?.getAttribute('data-node')).toBe('乙')
    await press('{Alt>}{ArrowRight}{/Alt}')
    await expect.poll(() => document.activeElement?.getAttribute('data-node')).toBe('组/乙')
    await savedWhere((form) => Object.keys(form.schema.properties.组?.properties ?? {}).join() === '甲,乙')
    await press('{Alt>}{ArrowUp}{/Alt}')
    await savedWhere((form) => Object.keys(form.schema.properties.组?.properties ?? {}).join() === '乙,甲')
    await press('{Alt>}{ArrowLeft}{/Alt}')
    await expect.poll(() => document.activeElement?.getAttribute('data-node')).toBe('乙')
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

describe('the preview', () => {
  it('says why a field is hidden, and stops once it is shown', async () => {
    const { element } = await open({
      draft: parseForm({
        key: 'card',
        title: '申领',
        schema: {
          type: 'object',
          properties: {
            层次: { type: 'string', title: '层次', enum: ['A', 'B'], 'x-component': 'Radio' },
            依据: { type: 'string', title: '依据', 'x-component': 'Input', 'x-visible': '{{ 层次 = "A" }}' },
          },
        },
      }),
    })
    choose(element, '预览')
    const why = () => element.querySelector('.zpd-why')?.textContent
    await expect.poll(why).toContain('依据满足这个条件才显示：层次是“A”层次现在是空的')
    element.querySelector<HTMLElement>('.zpd-device input[type=radio]')?.click()
    await expect.poll(why).toContain('现在没有隐藏的字段')
  })
})

describe('in English, on a narrow screen', () => {
  it('has no Chinese of its own, and everything is within reach', async () => {
    await page.viewport(390, 844)
    const draft: FormDefinition = { key: 'leave', title: 'Leave', schema: { type: 'object', properties: {} } }
    const { element } = await open({ draft, texts: enUS, width: '390px' })
    expect(element.scrollWidth).toBeLessThanOrEqual(390)
    const own = [...element.querySelectorAll('.zpd-bar, .zpd-right, .zpd-canvas')].map((part) => part.textContent)
    expect(own.join('')).not.toMatch(/\p{Script=Han}/u)
    expect(element.querySelector('.zpd')?.getAttribute('lang')).toBe('en')
    await page.viewport(1280, 900)
  })
})

describe('what the steps may do', () => {
  it('is set by keyboard alone, step by step and level by level', async () => {
    const steps: NonNullable<FormDesignerProps['steps']> = [
      { flow: 'f', element: 'a', title: '初审', access: { '*': 'read' } },
      { flow: 'f', element: 'b', title: '复审', access: { '*': 'read' } },
    ]
    const told: Array<typeof steps> = []
    const { element, press } = await open({ draft: QUOTA, steps, onStepsChange: (next) => told.push(next) })
    element.querySelector<HTMLElement>('[data-node$="/企业类型"]')?.click()
    await expect.poll(() => element.querySelector('.zpd-access')).not.toBeNull()
    const levels = () => told.at(-1)?.map(({ access }) => access.企业类型)
    await tabTo(named('初审：只读'), 200)
    await press('{ArrowRight}')
    await expect.poll(levels).toEqual(['edit', undefined])
    await tabTo(named('复审：只读'))
    await press('{ArrowRight}{ArrowRight}')
    await expect.poll(levels).toEqual(['edit', 'require'])
    await press('{Shift>}{Tab}{/Shift}{ArrowLeft}{ArrowLeft}')
    await expect.poll(levels).toEqual(['hidden', 'require'])
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
    expect(await serious(document.querySelector('.ant-modal') as HTMLElement)).toEqual([])
    const mine = [...document.querySelectorAll<HTMLElement>('.ant-modal button')].find(
      (one) => one.textContent === '用我的覆盖',
    )
    mine?.click()
    await expect.poll(() => element.querySelector('.zpd-saved')?.textContent).toContain('已保存')
    expect(etags).toEqual(['1', '7'])
  })
})

describe('accessibility', () => {
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
    const showFormula = () =>
      [...element.querySelectorAll<HTMLElement>('.zpd-rule-entry button')].find(
        (one) => one.textContent === '看表达式（FEEL）',
      )
    await expect.poll(showFormula).toBeDefined()
    showFormula()?.click()
    await expect.poll(() => element.querySelector('.zpd-feel')).not.toBeNull()
    expect(await serious(element)).toEqual([])
  })

  it.each([1440, 390])('axe finds nothing serious in any view, a rule with brackets included: %i px', async (width) => {
    await page.viewport(width, 900)
    const expression = '{{ 性别 = "1" and (民族 = "01" or 民族 = "02") }}'
    const draft = structuredClone(QUOTA)
    const person = Object.values(draft.schema.properties).find((one) => one.properties?.姓名)?.properties
    if (person?.邮箱) person.邮箱['x-visible'] = expression
    const { element } = await open({ draft, width: `${width}px` })
    element.querySelector<HTMLElement>('[data-node$="邮箱"]')?.click()
    await expect.poll(() => element.querySelector('.zpd-rule-bracket')?.textContent).toContain('或者')
    expect(await serious(element)).toEqual([])
    for (const [view, ready] of [
      ['预览', '.zpd-preview .zp-field'],
      ['JSON', '.zpd-json'],
    ] as const) {
      choose(element, view)
      await expect.poll(() => element.querySelector(ready)).not.toBeNull()
      expect(await serious(element)).toEqual([])
    }
    choose(element, '预览')
    for (const [device, drawn] of [
      ['手机', '.zpd-device--phone .zp-stack'],
      ['纸面', '.zpd-device--paper .zp-sheet'],
    ] as const) {
      choose(element, device, '.zpd-preview')
      await expect.poll(() => element.querySelector(drawn)).not.toBeNull()
      expect(await serious(element)).toEqual([])
    }
    await page.viewport(1280, 900)
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
