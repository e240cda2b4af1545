import { describe, expect, it } from 'vitest'
import { across, docxOf, merged, p, tbl, tc, tr, xlsxOf } from '../../test/office-files.ts'
import { layout } from '../paper/layout.ts'
import { fieldIndex } from '../schema/walk-fields.ts'
import { importFile } from './index.ts'

async function imported(file: Uint8Array) {
  const { form, report } = await importFile(file, 'a.docx')
  return {
    form,
    report,
    fields: [...fieldIndex(form).keys()],
    schemaOf: (path: string) => fieldIndex(form).get(path)?.schema,
  }
}

const two = [1000, 3000]

describe('several tables', () => {
  it('become one grid with the text between them as headings, and page breaks kept', async () => {
    const { form, fields } = await imported(
      docxOf(
        p('登记表') +
          tbl(two, tr('姓名', '')) +
          p('二、单位信息', '') +
          tbl([1000, 1000, 1000, 1000], tr('名称', '', '地址', '')) +
          '<w:p><w:r><w:br w:type="page"/></w:r></w:p>' +
          tbl(two, tr('备注', '')),
      ),
    )
    expect(fields).toEqual(['姓名', '名称', '地址', '备注'])
    expect(form.schema.properties).toMatchObject({ 单位信息: { type: 'void', 'x-component': 'Section' } })
    expect(form.paper?.breakBefore).toEqual([3])
    expect(layout(form.paper ?? { columns: [], rows: [] }).faults).toEqual([])
  })

  it('within cells take the place of their cell', async () => {
    const inner = tbl([500, 500], tr('电话', ''), tr('邮箱', ''))
    const { form, fields } = await imported(
      docxOf(tbl([1000, 1000, 2000], tr('姓名', '', tc(`${inner}<w:p/>`)), tr('地址', tc('', across(2))))),
    )
    expect(fields).toEqual(['姓名', '电话', '邮箱', '地址'])
    expect(form.paper?.rows[0]?.[0]).toEqual({ text: '姓名', rowSpan: 2 })
    expect(layout(form.paper ?? { columns: [], rows: [] }).faults).toEqual([])
  })

  it('with short rows, columns without a grid and cells merged the old way stay tables', async () => {
    const old = (begin: boolean) => `<w:hMerge${begin ? ' w:val="restart"' : ''}/>`
    const short = `<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${tc('乙')}${tc('')}</w:tr>`
    const { form, fields } = await imported(docxOf(tbl([], tr('甲', tc('', old(true)), tc('', old(false))), short)))
    expect(fields).toEqual(['甲', '乙'])
    expect(form.paper?.rows[0]).toEqual([{ text: '甲' }, { field: '甲', colSpan: 2 }])
    expect(layout(form.paper ?? { columns: [], rows: [] }).faults).toEqual([])
  })
})

describe('labels', () => {
  it('broken by blanks, lines or written downwards read as one word', async () => {
    const { fields, form } = await imported(
      docxOf(
        tbl(
          [500, 1500, 500, 1500],
          tr('姓  名', '', '文  化\n程  度', ''),
          tr(tc('主要事迹', '<w:textDirection w:val="tbRlV"/>'), '', '推\n荐\n单\n位', ''),
        ),
      ),
    )
    expect(fields).toEqual(['姓名', '文化程度', '主要事迹', '推荐单位'])
    expect(form.paper?.rows[1]?.[0]).toEqual({ text: '主\n要\n事\n迹' })
  })

  it('that occur twice take a name from their group, their row or their section', async () => {
    const { fields } = await imported(
      docxOf(
        tbl(
          [500, 800, 1000, 800, 1000],
          tr(tc('联系电话', across(2)), tc('', across(3))),
          tr(tc('负责人', merged(true)), '姓名', '', '联系电话', ''),
          tr(tc('', merged(false)), '职务', '', '邮箱', ''),
          tr(tc('经办人', across(2)), '', '联系电话', ''),
          tr(tc('推荐单位', across(5))),
          tr(tc('联系电话', across(2)), tc('', across(3))),
        ),
      ),
    )
    expect(fields).toEqual([
      '联系电话',
      '姓名',
      '负责人联系电话',
      '职务',
      '邮箱',
      '经办人',
      '经办人联系电话',
      '推荐单位联系电话',
    ])
  })

  it('above the cell or at both sides of a matrix name it', async () => {
    const { fields } = await imported(
      docxOf(
        tbl(
          [1000, 1000, 1000],
          tr('甲', '乙', '丙'),
          tr('', '', ''),
          tr('项目', '申请', '核定'),
          tr('设备费', '', ''),
          tr('差旅费', '', ''),
        ),
      ),
    )
    expect(fields).toEqual(['甲', '乙', '丙', '设备费申请', '设备费核定', '差旅费申请', '差旅费核定'])
  })

  it('of digits in small cells make one field', async () => {
    const { form } = await imported(
      docxOf(
        tbl(
          [1000, ...Array<number>(18).fill(100)],
          tr('身份证号', ...Array<string>(18).fill('')),
          tr('姓名', tc('', across(18))),
        ),
      ),
    )
    expect(form.paper?.rows[0]).toEqual([{ text: '身份证号' }, { field: '身份证号' }])
  })
})

describe('blanks', () => {
  it('in lines above and below the table and in cells become fields', async () => {
    const { fields, schemaOf } = await imported(
      docxOf(
        p('审批表') +
          p('编号：________    填报日期：   年  月  日') +
          tbl(two, tr('起止', '    年 月 日至    年 月 日'), tr(tc('联系人：______  电话：______', across(2)))) +
          p('单位负责人（签字）：            ') +
          p('注：一式两份。'),
      ),
    )
    expect(fields).toEqual(['编号', '填报日期', '起止', '联系人', '电话', '单位负责人签字'])
    expect(schemaOf('起止')?.['x-component']).toBe('DateRange')
    expect(schemaOf('电话')?.['x-sensitivity']).toBe('phone')
    expect(schemaOf('单位负责人签字')?.['x-component']).toBe('Signature')
  })

  it('with a unit or a hint keep both', async () => {
    const { schemaOf } = await imported(
      docxOf(
        tbl(two, tr('投资额', '        万元'), tr('主要内容', '（限500字以内）'), tr('单位性质（企业/高校/院所）', '')),
      ),
    )
    expect(schemaOf('投资额')).toMatchObject({ type: 'number', description: '单位：万元' })
    expect(schemaOf('主要内容')).toMatchObject({ maxLength: 500, description: '限500字以内' })
    expect(schemaOf('单位性质')).toMatchObject({ 'x-component': 'Radio', enum: ['企业', '高校', '院所'] })
  })

  it('are found in content controls, form fields and symbol fonts', async () => {
    const wingdings =
      '<w:p><w:r><w:rPr><w:rFonts w:ascii="Wingdings 2"/></w:rPr><w:t>\uf0a3</w:t></w:r><w:r><w:t>甲 </w:t></w:r><w:r><w:sym w:font="Wingdings" w:char="F06F"/><w:t>乙</w:t></w:r></w:p>'
    const listed =
      '<w:p><w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:listEntry w:val="一级"/><w:listEntry w:val="二级"/></w:ddList></w:ffData></w:fldChar></w:r></w:p>'
    const control =
      '<w:sdt><w:sdtPr><w:alias w:val="传真"/><w:showingPlcHdr/></w:sdtPr><w:sdtContent>' +
      tc('单击此处输入') +
      '</w:sdtContent></w:sdt>'
    const { schemaOf } = await imported(
      docxOf(tbl(two, tr('类别', tc(wingdings)), tr('等级', tc(listed)), `<w:tr>${tc('传真')}${control}</w:tr>`)),
    )
    expect(schemaOf('类别')?.enum).toHaveLength(2)
    expect(schemaOf('等级')?.enum).toEqual(['一级', '二级'])
    expect(schemaOf('传真')).toBeDefined()
  })
})

it('reads what is accepted of tracked changes, and no footnote, field code or hidden text', async () => {
  const cell =
    '<w:p><w:del><w:r><w:delText>旧</w:delText></w:r></w:del><w:ins><w:r><w:t>新</w:t></w:r></w:ins><w:r><w:t>名称</w:t></w:r>' +
    '<w:r><w:footnoteReference w:id="1"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r></w:p>'
  const gone = `<w:tr><w:trPr><w:del/></w:trPr>${tc('删去')}${tc('')}</w:tr>`
  expect((await imported(docxOf(tbl(two, tr(tc(cell), ''), gone)))).fields).toEqual(['新名称'])
})

it('reads an Excel sheet without borders, and one with a print area and inline texts', async () => {
  const cell = (ref: string, text: string) => `<c r="${ref}" t="inlineStr"><is><t>${text}</t></is></c>`
  const plain = await imported(
    xlsxOf(
      `<cols><col min="1" max="1" width="10"/><col min="2" max="2" width="30"/></cols><sheetData><row r="1">${cell('A1', '登记表')}</row><row r="2">${cell('A2', '姓名')}<c r="B2"/>${cell('C2', '电话')}</row></sheetData><mergeCells><mergeCell ref="A1:D1"/><mergeCell ref="D2:D2"/></mergeCells>`,
    ),
  )
  expect(plain.form.title).toBe('登记表')
  expect(plain.fields).toContain('姓名')
})
