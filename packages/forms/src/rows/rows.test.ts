import fc from 'fast-check'
import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { type FieldSchema, type FormValues, parseForm } from '../index.ts'
import { paperHtml } from '../paper/paper-html.ts'
import { columnTotal } from './column-totals.ts'
import { type PasteColumn, pasteRows } from './paste-rows.ts'
import { rowsSheet } from './rows-sheet.ts'
import { readTabSeparated, writeTabSeparated } from './tab-separated.ts'
import { tableColumns } from './table-columns.ts'
import { writeXlsx } from './write-xlsx.ts'

const table: FieldSchema = {
  type: 'array',
  title: '人员',
  'x-component': 'SubTable',
  'x-component-props': { totals: true },
  items: {
    type: 'object',
    properties: {
      姓名: { type: 'string', title: '姓名', 'x-component': 'Input' },
      性别: { type: 'string', title: '性别', 'x-component': 'Select', 'x-dictionary': 'GB/T 2261.1' },
      引进: { type: 'string', title: '引进时间', 'x-component': 'DatePicker' },
      县区: { type: 'string', title: '县区', 'x-component': 'Division', 'x-component-props': { root: '370300' } },
      补助: { type: 'number', title: '补助', 'x-component': 'Money' },
      在岗: { type: 'boolean', title: '在岗', 'x-component': 'Checkbox' },
      部门: { type: 'object', title: '部门', 'x-component': 'Unit' },
    },
  },
}
const form = parseForm({
  key: 'rows',
  title: '表',
  schema: { type: 'object', properties: { 人员: table } },
  paper: { size: 'A4', title: '表', columns: [1], rows: [[{ field: '人员' }]] },
})
const columns: PasteColumn[] = tableColumns(table).map((column) => ({ ...column, isWritable: true }))

function paste(text: string, at = { row: 0, column: 0 }, rows: FormValues[] = [], maxRows: number | undefined = 10) {
  return pasteRows(readTabSeparated(text), { rows, at, columns, form, maxRows })
}

describe('the clipboard of a spreadsheet', () => {
  it('is read back as the cells that were written', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '张', '"', '\t', '\n', ' ', '1') })
    const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(rows, (written) => {
        fc.pre(written.at(-1)?.some((text) => text.trim() !== '') === true)
        expect(readTabSeparated(writeTabSeparated(written))).toEqual(written)
      }),
    )
  })

  it('keeps a quote that is a character, and leaves out empty rows at the end', () => {
    expect(readTabSeparated('5" 管\t2\r\n\r\n\t\r\n')).toEqual([['5" 管', '2']])
  })
})

describe('pasting', () => {
  it('reads each cell as its column means it', () => {
    const { rows, misfits, cells } = paste('甲\t女\t2024/6/1\t张店区\t¥12,345.60\t是')
    expect(misfits).toEqual([])
    expect(cells).toBe(6)
    expect(rows).toEqual([{ 姓名: '甲', 性别: '2', 引进: '2024-06-01', 县区: '370303', 补助: 12345.6, 在岗: true }])
  })

  it('takes a line of heads for what it is, in any order', () => {
    const { rows } = paste('补助\t姓 名\n3\t甲\n4\t乙', { row: 1, column: 3 }, [{ 姓名: '旧' }])
    expect(rows).toEqual([{ 姓名: '旧' }, { 姓名: '甲', 补助: 3 }, { 姓名: '乙', 补助: 4 }])
  })

  it('says which cells stayed out and why, and keeps what they had', () => {
    const { rows, misfits } = paste('男男\t昨天\t火星\t许多\t也许\t市人社局', { row: 0, column: 1 }, [{ 性别: '1' }])
    expect(rows).toEqual([{ 性别: '1' }])
    expect(misfits.map(({ row, column, why }) => `${row} ${column} ${why}`)).toEqual([
      '1 性别 不是这一列的选项',
      '1 引进时间 不是日期',
      '1 县区 不是行政区划',
      '1 补助 不是数字',
      '1 在岗 不是“是”或“否”',
      '1 部门 单位不能从表格粘贴',
    ])
  })

  it('never goes over the edges of the table', () => {
    const wide = paste('甲\t男\tx', { row: 0, column: 6 }, [{}])
    expect(wide.notes).toEqual(['有 2 列在表里没有位置，没有贴入'])
    const long = paste('甲\n乙\n丙', { row: 1, column: 0 }, [{}], 2)
    expect(long.rows).toEqual([{}, { 姓名: '甲' }])
    expect(long.notes).toEqual(['最多 2 行，后面的 2 行没有贴入'])
    const closed = pasteRows([['甲'], ['乙']], {
      rows: [{}],
      at: { row: 0, column: 0 },
      columns,
      form,
      maxRows: undefined,
    })
    expect(closed.notes).toEqual(['这一步不能添行，后面的 1 行没有贴入'])
  })

  it('leaves alone what the step may not write', () => {
    const closed = columns.map((column) => ({ ...column, isWritable: column.key !== '姓名' }))
    const target = { rows: [{ 姓名: '旧' }], at: { row: 0, column: 0 }, columns: closed, form, maxRows: 5 }
    const { rows, notes } = pasteRows([['新', '男']], target)
    expect(rows).toEqual([{ 姓名: '旧', 性别: '1' }])
    expect(notes).toEqual(['「姓名」在这一步不能填，没有贴入'])
  })

  it('empties a cell where the spreadsheet has an empty one', () => {
    expect(paste('\t男', { row: 0, column: 0 }, [{ 姓名: '旧' }]).rows).toEqual([{ 性别: '1' }])
  })

  it('changes nothing but the cells it counts, whatever is pasted', () => {
    const text = fc.array(fc.array(fc.string({ maxLength: 8 }), { maxLength: 12 }), { maxLength: 12 })
    fc.assert(
      fc.property(text, fc.nat(4), fc.nat(6), (cells, row, column) => {
        const before: FormValues[] = [{ 姓名: '一' }, { 补助: 1 }]
        const frozen = JSON.stringify(before)
        const { rows } = pasteRows(cells, { rows: before, at: { row, column }, columns, form, maxRows: 6 })
        expect(JSON.stringify(before)).toBe(frozen)
        expect(rows.length).toBeLessThanOrEqual(Math.max(6, before.length))
      }),
    )
  })
})

describe('totals', () => {
  it('are exact in decimals', () => {
    expect(columnTotal('补助', [{ 补助: 0.1 }, { 补助: 0.2 }, { 补助: '3' }, {}])).toBe(0.3)
    expect(columnTotal('补助', [{}])).toBeUndefined()
  })

  it('stand below the rows on paper', () => {
    const html = paperHtml(form, { 人员: [{ 补助: 1.5 }, { 补助: 2 }] })
    expect(html).toContain('<tr><td>合计</td><td>&nbsp;</td><td>&nbsp;</td><td>&nbsp;</td><td>3.50元</td>')
  })
})

describe('a sheet for Excel', () => {
  const xml = (rows: FormValues[]) => {
    const files = unzipSync(writeXlsx(rowsSheet(table, columns, rows, form)))
    return new TextDecoder().decode(files['xl/worksheets/sheet1.xml'])
  }

  it('keeps numbers as numbers and says the rest as the paper does', () => {
    const sheet = xml([{ 姓名: '甲', 性别: '2', 补助: 1.5 }, { 补助: 2 }])
    expect(sheet).toContain('<c r="E2" s="2"><v>1.5</v></c>')
    expect(sheet).toContain('>女</t>')
    expect(sheet).toContain('<c r="E4" s="3"><v>3.5</v></c>')
  })

  it('holds a formula or markup as the text it is', () => {
    const sheet = xml([{ 姓名: '=1+1' }, { 姓名: '</t><f>1</f>\u0001' }])
    expect(sheet).toContain('t="inlineStr"><is><t xml:space="preserve">=1+1</t>')
    expect(sheet).not.toContain('<f>')
    expect(sheet).not.toContain('\u0001')
  })
})
