import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { chromium } from 'playwright'
import { expect, it } from 'vitest'
import type { PaperCell } from '../schema/form-definition.ts'
import { parseForm } from '../schema/parse-form.ts'
import { layout } from './layout.ts'
import { paperHtml } from './paper-html.ts'
import { sealSvg } from './seal-svg.ts'

const form = parseForm(
  JSON.parse(
    readFileSync(
      new URL('../../../../examples/zibo-talent-cards/forms/huicai-quota.form.json', import.meta.url),
      'utf8',
    ),
  ),
)

it('covers every place at most once, and tells every place that is free', () => {
  const cell = fc.record(
    { rowSpan: fc.integer({ min: 1, max: 3 }), colSpan: fc.integer({ min: 1, max: 3 }) },
    { requiredKeys: [] },
  )
  const rows: fc.Arbitrary<PaperCell[][]> = fc.array(fc.array(cell, { maxLength: 4 }), { minLength: 1, maxLength: 5 })
  fc.assert(
    fc.property(rows, fc.integer({ min: 1, max: 4 }), (lines, columns) => {
      const { cells, occupied, faults } = layout({ columns: Array(columns).fill(1), rows: lines })
      const area = cells.reduce((sum, placed) => sum + placed.rowSpan * placed.colSpan, 0)
      const taken = occupied.flat().filter((owner) => owner !== null).length
      expect(taken).toBe(area)
      expect(faults.filter((fault) => fault.kind === 'hole')).toHaveLength(lines.length * columns - taken)
    }),
  )
})

it('escapes what people write, and draws no picture that is not a data URI', () => {
  const attack = '"><script>alert(1)</script>'
  const html = paperHtml(
    form,
    { 姓名: attack, 照片: 'x' },
    { asset: () => `https://x/${attack}`, caseNumber: attack, watermark: attack, fonts: '}</style>' },
  )
  expect(html).not.toContain('<script')
  expect(html).not.toContain('https://x')
  expect(html.match(/<\/style>/g)).toHaveLength(1)
  expect(sealSvg('<x>')).not.toContain('<x>')
})

it('prints on two pages, empty or with the longest texts it takes', async () => {
  const long = '主持完成特种工程塑料连续聚合中试线建设，解决高黏体系传热与脱挥难题。'.repeat(60)
  const opinion = {
    taskId: 't',
    decision: 'approve',
    text: '同意推荐。',
    signer: { id: 'a', name: '市工信局分管领导' },
    unit: { id: 'u', name: '淄博市工业和信息化局' },
    seal: { unitId: 'u', name: '淄博市工业和信息化局' },
    at: '2024-03-20T02:00:00Z',
  }
  const values = {
    学习工作简历: Array.from({ length: 6 }, () => ({
      from: '2004-09',
      to: null,
      text: 'XX大学材料科学与工程专业，硕博连读，获工学博士学位',
    })),
    主要业绩及获得荣誉称号: long.slice(0, 1500),
    企业情况介绍: long.slice(0, 800),
    用人单位意见: [opinion],
    区县主管部门意见: [opinion],
    市主管部门意见: [opinion],
  }
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] })
  try {
    for (const shown of [{}, values]) {
      const page = await browser.newPage()
      await page.setContent(paperHtml(form, shown))
      const pdf = await page.pdf({ preferCSSPageSize: true })
      expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(2)
    }
  } finally {
    await browser.close()
  }
}, 120_000)
