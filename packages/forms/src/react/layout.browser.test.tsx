import { describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import quota from '../../../../examples/zibo-talent-cards/forms/huicai-quota.form.json'
import { mountForm } from '../../test/mount-form.tsx'
import { parseForm } from '../index.ts'

const form = parseForm(quota)
const OPINION = {
  taskId: 't1',
  decision: 'approve',
  text: '同意申报。',
  signer: { id: 'p', name: '单位经办' },
  unit: { id: 'u', name: 'XX公司' },
  seal: { unitId: 'u', name: 'XX公司' },
  at: '2024-03-11T20:00:00Z',
}

function paths(element: HTMLElement): string[] {
  return [...element.querySelectorAll<HTMLElement>('[data-zp-path]')].map((field) => field.dataset.zpPath ?? '')
}

describe('layout', () => {
  it('lays the official table on the sheets that are printed', async () => {
    const { element } = await mountForm({ form, width: 1000 })
    const sheets = element.querySelectorAll('.zp-sheet')
    expect(sheets).toHaveLength(2)
    expect(sheets[0]?.textContent).toContain('“山东惠才卡”配额制申领登记表')
    expect(sheets[0]?.querySelector('.zp-folio')?.textContent).toBe('1 / 2')
    expect(sheets[1]?.textContent).toContain('备注：1.企业类型请填写')
    for (const sheet of sheets) {
      const rows = [...sheet.querySelectorAll<HTMLTableRowElement>('.zp-table > tbody > tr')]
      const right = Math.max(...rows.map((row) => row.getBoundingClientRect().right))
      expect(rows.every((row) => Math.abs(row.getBoundingClientRect().right - right) < 1)).toBe(true)
    }
  })

  it('keeps every field: what has no place on the paper stands in 其他信息', async () => {
    const { element } = await mountForm({ form, width: 1000 })
    const others = page.getByRole('region', { name: '其他信息' }).element()
    expect(others.textContent).toContain('统一社会信用代码')
    expect(others.textContent).toContain('附件材料')
    const { element: stacked } = await mountForm({ form, width: 390 })
    const opinions = ['用人单位意见', '区县主管部门意见', '市主管部门意见']
    expect(paths(stacked).toSorted()).toEqual(
      paths(element)
        .filter((path) => !opinions.includes(path))
        .toSorted(),
    )
  })

  it('stacks the same fields in the order of the paper when there is no room for a sheet', async () => {
    const { element } = await mountForm({ form, width: 390 })
    expect(element.querySelector('.zp-sheet')).toBeNull()
    expect(paths(element).slice(0, 4)).toEqual(['姓名', '性别', '出生日期', '照片'])
    expect([...element.querySelectorAll('h3')].map((heading) => heading.textContent)).toEqual([
      '申领人员信息',
      '所在企业信息',
    ])
    expect(element.scrollWidth).toBeLessThanOrEqual(390)
  })

  it('goes over to one column when the container narrows, with what was filled', async () => {
    const { element } = await mountForm({ form, width: 1000, values: { 姓名: 'XX' } })
    element.style.width = '390px'
    await expect.poll(() => element.querySelector('.zp-stack')).not.toBeNull()
    await expect.element(page.getByLabelText('姓名', { exact: true })).toHaveValue('XX')
  })

  it('shows a whole sheet smaller where there is a little less room than it wants', async () => {
    const { element } = await mountForm({ form, width: 800 })
    const sheet = element.querySelector('.zp-sheet')?.getBoundingClientRect()
    expect(sheet?.width).toBeLessThanOrEqual(800)
  })

  it('puts given opinions with seal and the day in China in their boxes, and previews mine', async () => {
    const { element } = await mountForm({
      form,
      width: 1000,
      access: {},
      values: { 用人单位意见: [OPINION] },
      highlights: {
        mine: '市主管部门意见',
        preview: { text: '同意推荐。' },
        owners: { 区县主管部门意见: '由张店区工信局填写' },
      },
    })
    const box = element.querySelector('[data-zp-path="用人单位意见"]')
    expect(box?.textContent).toContain('同意申报。')
    expect(box?.textContent).toContain('2024年3月12日')
    await expect.element(page.getByAltText('XX公司（印章）')).toBeVisible()
    expect(element.querySelector('.zp-cell--mine')?.textContent).toContain('同意推荐。')
    expect(element.querySelector('[data-zp-path="区县主管部门意见"]')?.textContent).toBe('由张店区工信局填写')
  })

  it('tells what a correction changed', async () => {
    await mountForm({
      form,
      width: 1000,
      access: {},
      values: { 引进时间: '2023-09' },
      highlights: { corrected: { 引进时间: { before: '2023-07', after: '2023-09', at: '2024-03-11T08:00:00Z' } } },
    })
    await page.getByRole('button', { name: '引进时间已补正，看前后对照' }).click()
    await expect.element(page.getByText('2023年7月')).toBeVisible()
  })
})
