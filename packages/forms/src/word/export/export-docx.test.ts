import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { FieldSchema, FormDefinition, PaperCell } from '../../schema/form-definition.ts'
import { parseForm } from '../../schema/parse-form.ts'
import { fieldIndex } from '../../schema/walk-fields.ts'
import { guessField } from '../guess/guess-field.ts'
import { exportDocx, importDocx } from '../index.ts'
import { readZip } from '../read/read-zip.ts'

const PNG =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
const form = parseForm(
  JSON.parse(
    readFileSync(
      new URL('../../../../../examples/zibo-talent-cards/forms/huicai-quota.form.json', import.meta.url),
      'utf8',
    ),
  ),
)
const opinion = {
  taskId: 't',
  decision: 'approve',
  text: '同意推荐。',
  signer: { id: 'a', name: '市工信局分管领导' },
  unit: { id: 'u', name: '淄博市工业和信息化局' },
  signature: 'sign',
  seal: { unitId: 'u', name: '淄博市工业和信息化局' },
  at: '2024-03-20T02:00:00Z',
}
const values = {
  身份证或护照号: '370303198506011234',
  联系电话: '13800000000',
  照片: 'photo',
  市主管部门意见: [opinion],
}

const parts = async (...given: Parameters<typeof exportDocx>) => readZip(Buffer.from(await exportDocx(...given)))
const document = async (...given: Parameters<typeof exportDocx>) =>
  (await parts(...given)).read('word/document.xml') ?? ''

it.each(['attachment-1.docx', 'attachment-2.docx'])(
  'gives %s back as it came in: fields, grid, widths, heights, notes',
  async (name) => {
    const first = await importDocx(readFileSync(new URL(`../fixtures/${name}`, import.meta.url)), { name })
    const again = await importDocx(await exportDocx(first.form, {}), { name })
    expect(again.form).toEqual(first.form)
  },
)

/** Labels that say what they ask for, each with the field they are taken for. */
const LABELS = [
  '姓名',
  '性别',
  '民族',
  '工作单位',
  '联系电话',
  '邮箱',
  '出生日期',
  '通讯地址',
  '金额',
  '人数',
  '主要事迹',
  '学习简历',
  '车牌号',
]
const COLUMNS = ['项目名称', '规格型号', '数量', '单价', '经办部门']

const row = (labels: readonly string[]): PaperCell[] =>
  labels.length === 1
    ? [{ text: labels[0] ?? '' }, { field: labels[0] ?? '', colSpan: 3 }]
    : labels.flatMap((label) => [{ text: label }, { field: label }])

const randomForm = fc
  .record({
    labels: fc.uniqueArray(fc.constantFrom(...LABELS), { minLength: 2, maxLength: 10 }),
    cuts: fc.array(fc.boolean(), { minLength: 10, maxLength: 10 }),
    columns: fc.uniqueArray(fc.constantFrom(...COLUMNS), { minLength: 2, maxLength: 5 }),
    least: fc.integer({ min: 2, max: 6 }),
    list: fc.boolean(),
    opinion: fc.boolean(),
    widths: fc.array(fc.integer({ min: 900, max: 3_000 }), { minLength: 4, maxLength: 4 }),
    heights: fc.array(fc.integer({ min: 8, max: 20 }), { minLength: 13, maxLength: 13 }),
    notes: fc.subarray(['备注：一式两份。', '2.用黑色钢笔填写。']),
  })
  .map(({ labels, cuts, columns, least, list, opinion: boxed, widths, heights, notes }): FormDefinition => {
    const rows: PaperCell[][] = []
    for (let at = 0; at < labels.length; ) {
      const count = cuts[rows.length] && at + 1 < labels.length ? 2 : 1
      rows.push(row(labels.slice(at, at + count)))
      at += count
    }
    const properties: Record<string, FieldSchema> = {}
    for (const label of labels) properties[label] = { ...guessField(label, false).schema, title: label }
    if (list) {
      rows.push([{ text: '设备明细' }, { field: '设备明细', colSpan: 3, columns: columns.map(() => 1) }])
      const items = Object.fromEntries(columns.map((title) => [title, { type: 'string' as const, title }]))
      properties.设备明细 = {
        type: 'array',
        'x-component': 'SubTable',
        'x-component-props': { minRows: least },
        items: { type: 'object', properties: items },
      }
    }
    if (boxed) {
      rows.push([{ text: '单位意见' }, { text: '', field: '单位意见', colSpan: 3 }])
      properties.单位意见 = { type: 'array', title: '单位意见', 'x-component': 'Opinion' }
    }
    return parseForm({
      key: 'random',
      title: '申请表',
      schema: { type: 'object', properties },
      paper: { size: 'A4', title: '申请表', columns: widths, rows, heights: heights.slice(0, rows.length), notes },
    })
  })

it('keeps the fields and the grid of any such paper on the way to Word and back', async () => {
  await fc.assert(
    fc.asyncProperty(randomForm, async (made) => {
      const { form: again } = await importDocx(await exportDocx(made, {}))
      expect([...fieldIndex(again).keys()]).toEqual([...fieldIndex(made).keys()])
      const bare = (rows: PaperCell[][] | undefined) =>
        rows?.map((line) => line.map(({ columns, ...cell }) => ({ ...cell, columns: columns?.length })))
      if (made.paper?.rows.some((line) => line.length === 4))
        expect(bare(again.paper?.rows)).toEqual(bare(made.paper?.rows))
      expect(again.paper?.notes).toEqual(made.paper?.notes)
    }),
    { numRuns: 60 },
  )
})

it('gives the same bytes for the same case', async () => {
  const options = { asset: () => PNG, caseNumber: '2024-0001', watermark: '仅供查阅' }
  expect(Buffer.compare(await exportDocx(form, values, options), await exportDocx(form, values, options))).toBe(0)
})

it('shows pictures, the opinion with signer, date and seal, the number, the watermark and page numbers', async () => {
  const zip = await parts(form, values, { asset: () => PNG, caseNumber: '2024-0001', watermark: '仅供查阅' })
  const text = zip.read('word/document.xml') ?? ''
  expect(text).toContain('同意推荐。')
  expect(text).toContain('市工信局分管领导')
  expect(text).toContain('2024年3月20日')
  expect(text).toContain('淄博市工业和信息化局（印章）')
  expect(zip.names).toContain('word/media/picture1.png')
  expect(zip.read('word/header1.xml')).toMatch(/2024-0001.*仅供查阅/)
  expect(zip.read('word/footer1.xml')).toContain('NUMPAGES')
})

it('keeps the signer off the seal, and says where to sign on the empty form alone', async () => {
  const text = await document(form, values, { asset: () => PNG })
  expect(text).toMatch(/<w:ind w:right="1531"\/>(?:(?!<\/w:p>).)*市工信局分管领导/)
  expect(text).not.toContain('签字：　')
  expect(await document(form, values, { blank: true })).toContain('签字：　')
})

it('shows nothing that the reader may not see, and covers what is sensitive', async () => {
  const hidden = await document(form, values, { access: { '*': 'read', 联系电话: 'hidden' } })
  expect(hidden).not.toContain('13800000000')
  expect(hidden).toContain('370303198506011234')
  const masked = await document(form, values, { masked: { reveal: ['联系电话'] } })
  expect(masked).not.toContain('370303198506011234')
  expect(masked).toContain('13800000000')
  expect(await document(form, values, { blank: true })).not.toContain('13800000000')
})

it('writes what people type as text, and draws no picture that is none', async () => {
  const attack = '</w:t><w:p>&\u0000"'
  const text = await document(
    form,
    { 姓名: attack, 照片: 'x' },
    { asset: () => `https://x/${attack}`, fonts: { text: '"><x' } },
  )
  expect(text).toContain('&lt;/w:t&gt;&lt;w:p&gt;&amp;&quot;')
  expect(text).not.toContain('https://x')
  expect(text).not.toContain('"><x')
})

it('refuses a form without paper', async () => {
  const { paper, ...rest } = form
  await expect(exportDocx(rest, {})).rejects.toMatchObject({ code: 'FORM_INVALID' })
  expect(paper).toBeDefined()
})
