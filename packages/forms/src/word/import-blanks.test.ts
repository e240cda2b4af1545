import { describe, expect, it } from 'vitest'
import { across, docxOf, p, tbl, tc, tr, xlsxOf } from '../../test/office-files.ts'
import { fieldIndex } from '../schema/walk-fields.ts'
import { importFile } from './index.ts'

async function imported(file: Uint8Array) {
  const { form } = await importFile(file, 'a.docx')
  return { fields: [...fieldIndex(form).keys()], schemaOf: (path: string) => fieldIndex(form).get(path)?.schema }
}

const two = [1000, 3000]

describe('what offices write without lines', () => {
  it('numbers before their units, dates without a year and numbers of papers are blanks', async () => {
    const { fields, schemaOf } = await imported(
      docxOf(
        p('编号：〔20  〕第    号') +
          tbl(two, tr('往返时间', '自  月  日至  月  日，共  天'), tr('用餐', '早餐    次    人；午餐    次')),
      ),
    )
    expect(fields).toEqual(['编号', '往返时间', '天数', '早餐次数', '早餐人数', '午餐次数'])
    expect(schemaOf('往返时间')?.['x-component']).toBe('DateRange')
    expect(schemaOf('午餐次数')?.type).toBe('number')
  })

  it('blanks within words that end in a unit are only spread', async () => {
    const { fields } = await imported(docxOf(tbl(two, tr('联  系  人', ''), tr('共  有  人', ''))))
    expect(fields).toEqual(['联系人', '共有人'])
  })

  it('出生 and 年月 on two lines are a label', async () => {
    const { fields } = await imported(docxOf(tbl(two, tr('出 生\n年 月*', ''))))
    expect(fields).toEqual(['出生年月'])
  })

  it('empty brackets are boxes, and no seal', async () => {
    const { schemaOf } = await imported(
      docxOf(
        tbl(two, tr('采购方式', '公开招标（  ） 询价（  ）'), tr('单位意见', '负责人（  ）（公章）（  ）\n年  月  日')),
      ),
    )
    expect(schemaOf('采购方式')?.enum).toHaveLength(2)
    expect(schemaOf('单位意见')?.['x-component']).toBe('Opinion')
  })

  it('hidden rows are not there, and the words of an empty control are no content', async () => {
    const control =
      '<w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>单击或点击此处输入文字。</w:t></w:r></w:sdtContent></w:sdt>'
    const hidden = `<w:tr><w:trPr><w:hidden/></w:trPr>${tc('藏')}${tc('')}</w:tr>`
    expect((await imported(docxOf(tbl(two, tr('单位', tc(`<w:p>${control}</w:p>`)), hidden)))).fields).toEqual(['单位'])
  })

  it('the sum below several columns is that of the column it names, and words stay words', async () => {
    const columns = [500, 1000, 1000, 1000]
    const list = tr('序号', '品名', '数量', '用途') + tr('1', '', '', '') + tr('2', '', '', '')
    const sum = await imported(docxOf(tbl(columns, list, tr('合计数量', tc('', across(3))))))
    expect(sum.schemaOf('数量合计')).toMatchObject({ 'x-value': '{{ sum(明细.数量) }}' })
    const words = await imported(docxOf(tbl(columns, list, tr('合计（大写）', tc('', across(3))))))
    expect(words.schemaOf('合计')).toMatchObject({ 'x-component': 'Input' })
  })
})

it('keeps a label and the date in the next cell of a sheet apart', async () => {
  const cell = (ref: string, text: string, style = 0) =>
    `<c r="${ref}" t="inlineStr" s="${style}"><is><t>${text}</t></is></c>`
  const styles =
    '<styleSheet><borders><border/><border><left style="thin"/></border></borders><cellXfs><xf/><xf borderId="1"/></cellXfs></styleSheet>'
  const { fields } = await imported(
    xlsxOf(
      `<sheetData><row r="1">${cell('A1', '部门：')}${cell('C1', '    年    月')}</row><row r="2">${cell('A2', '姓名', 1)}${cell('B2', '', 1)}</row></sheetData>`,
      [['xl/styles.xml', styles]],
    ),
  )
  expect(fields).toEqual(['部门', '日期', '姓名'])
})
