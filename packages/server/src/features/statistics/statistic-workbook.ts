import type { z } from 'zod'
import type { Statistics } from './statistic-schema.ts'

type Cell = string | number | null

/** The tables of the page, a sheet each. */
export async function statisticWorkbook(found: z.input<typeof Statistics>): Promise<Buffer> {
  // Loaded with the first export: a server that never exports starts faster and smaller.
  const { default: Excel } = await import('exceljs')
  const book = new Excel.Workbook()
  const add = (name: string, head: readonly string[], rows: readonly (readonly Cell[])[]) => {
    const sheet = book.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] })
    sheet.addRow([...head]).font = { bold: true }
    for (const row of rows) sheet.addRow([...row])
    head.forEach((title, index) => {
      sheet.getColumn(index + 1).width = Math.max(10, title.length * 2.2, index === 0 ? 28 : 0)
    })
  }
  const { months, matters, units, steps } = found
  add(
    '按月份',
    ['月份', '受理', '办结', '未通过或终止'],
    months.map(({ month, started, ended, rejected }) => [month, started, ended, rejected]),
  )
  add(
    '按事项',
    ['事项', '受理', '办结', '未通过或终止', '退回次数', '现在超期', '用时中位（天）', '用时九成以内（天）'],
    matters.map((one) => [
      one.title,
      one.started,
      one.ended,
      one.rejected,
      one.returned,
      one.overdue,
      toDays(one.median),
      toDays(one.p90),
    ]),
  )
  add(
    '按申报单位',
    ['单位', '受理', '办结', '未通过或终止'],
    units.map(({ name, started, ended, rejected }) => [name, started, ended, rejected]),
  )
  add(
    '各环节用时',
    ['环节', '事项', '办理次数', '超期办理', '退回次数', '用时中位（天）', '用时九成以内（天）'],
    steps.map((one) => [
      one.element.name,
      one.matter.title,
      one.decided,
      one.late,
      one.returned,
      toDays(one.median),
      toDays(one.p90),
    ]),
  )
  return Buffer.from(await book.xlsx.writeBuffer())
}

function toDays(seconds: number | null): number | null {
  return seconds === null ? null : Math.round((seconds / 86_400) * 100) / 100
}
