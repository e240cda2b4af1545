import { readFileSync } from 'node:fs'
import { deflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { fieldIndex } from '../schema/walk-fields.ts'
import { importDocx } from './import-docx.ts'

const fixture = (name: string) => readFileSync(new URL(`./fixtures/${name}`, import.meta.url))

/** A ZIP of one entry; `size` is what its directory claims. */
function zip(name: string, content: string, size = Buffer.byteLength(content)): Buffer {
  const packed = deflateRawSync(content)
  const header = Buffer.alloc(30)
  header.writeUInt32LE(0x04034b50, 0)
  header.writeUInt16LE(name.length, 26)
  const entry = Buffer.alloc(46)
  entry.writeUInt32LE(0x02014b50, 0)
  entry.writeUInt16LE(8, 10)
  entry.writeUInt32LE(packed.length, 20)
  entry.writeUInt32LE(size, 24)
  entry.writeUInt16LE(name.length, 28)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(30 + name.length + packed.length, 16)
  return Buffer.concat([header, Buffer.from(name), packed, entry, Buffer.from(name), end])
}

describe('附件1 and 附件2 from their Word files', () => {
  it('finds every field of 附件1 with its component', async () => {
    const { form, report } = await importDocx(fixture('attachment-1.docx'), { name: 'attachment-1.docx' })
    const found = [...fieldIndex(form).values()].map(({ path, schema }) => `${path} ${schema['x-component']}`)
    expect(found).toEqual([
      ...[
        '姓名 Input',
        '性别 Radio',
        '出生日期 DatePicker',
        '照片 Photo',
        '民族 Select',
        '籍贯 Division',
        '单位所属区域 Division',
      ],
      ...[
        '政治面貌 Select',
        '文化程度 Select',
        '专业技术职务 Input',
        '毕业院校及专业 Input',
        '毕业时间 DatePicker',
        '工作单位 Input',
      ],
      ...[
        '引进时间 DatePicker',
        '身份证或护照号 ResidentId',
        '联系电话 Input',
        '通讯地址 Input',
        '邮箱 Input',
        '单位服务专员 Input',
      ],
      ...[
        '专员联系电话 Input',
        '学习工作简历 Resume',
        '主要业绩及获得荣誉称号 TextArea',
        '申领人签字 Signature',
        '企业名称 Input',
      ],
      ...[
        '企业类型 Input',
        '主管部门 Input',
        '企业情况介绍 TextArea',
        '用人单位意见 Opinion',
        '区县主管部门意见 Opinion',
        '市主管部门意见 Opinion',
      ],
    ])
    expect(report).toHaveLength(found.length)
    expect(form.paper).toMatchObject({ caption: '附件1', title: '“山东惠才卡”配额制申领登记表', duplex: true })
  })

  it('finds the choices of 附件2', async () => {
    const { form } = await importDocx(fixture('attachment-2.docx'))
    expect(fieldIndex(form).get('拟认定层次')?.schema.enum).toEqual([
      { label: 'A', value: 'A' },
      { label: 'B（省级杰出人才）', value: 'B' },
      { label: 'C（市级杰出人才）', value: 'C' },
    ])
    expect([...fieldIndex(form).keys()]).toHaveLength(27)
  })
})

describe('a file that is not a Word table is refused with what to do', () => {
  const table = (inner: string) => `<w:document><w:body><w:tbl>${inner}</w:tbl></w:body></w:document>`
  it.each([
    ['a text', Buffer.from('hello'), /不是 .docx/],
    ['an old .doc', Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.alloc(600)]), /另存为 .docx/],
    ['a ZIP of something else', zip('a.txt', 'x'), /不是 Word/],
    ['macros', zip('word/vbaProject.bin', 'x'), /宏/],
    ['a document without a table', zip('word/document.xml', '<w:document><w:body/></w:document>'), /没有表格/],
    ['a document type', zip('word/document.xml', `<!DOCTYPE x [<!ENTITY a "b">]>${table('')}`), /DOCTYPE/],
    ['a bomb that lies about its size', zip('word/document.xml', ' '.repeat(17 * 1024 * 1024), 10), /过大/],
    ['a bomb that does not lie', zip('word/document.xml', ' '.repeat(17 * 1024 * 1024)), /过大/],
    ['endless depth', zip('word/document.xml', '<w:a>'.repeat(1000)), /复杂/],
    ['more than 20 MB', Buffer.alloc(21 * 1024 * 1024), /最大/],
  ])('%s', async (_, bytes, message) => {
    await expect(importDocx(bytes)).rejects.toMatchObject({
      code: 'DOCUMENT_REFUSED',
      message: expect.stringMatching(message),
    })
  })
})
