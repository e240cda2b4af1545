import { expect, it } from 'vitest'
import { diff } from './diff.ts'
import { parseForm } from './parse-form.ts'

const form = (properties: object, title = '测试') =>
  parseForm({ key: 'test', title, schema: { type: 'object', properties } })

it('says nothing of the same form', () => {
  expect(diff(form({ 甲: { type: 'string' } }), form({ 甲: { type: 'string' } }))).toEqual([])
})

it('says in words what changed, and what breaks', () => {
  const before = form({ 甲: { type: 'string' }, 乙: { type: 'string' }, 丙: { type: 'string', enum: ['a', 'b'] } })
  const after = form({
    甲: { type: 'string', title: '名称', required: true },
    丙: { type: 'string', enum: ['a', 'c'] },
    丁: { type: 'number', required: true },
  })
  expect(diff(before, after).map(({ message, breaks }) => [message, breaks])).toEqual([
    ['「甲」改名为「名称」', false],
    ['「甲」改为必填，未办完的件要补填', true],
    ['删去了字段「乙」，已填的内容不再显示', true],
    ['「丙」删去了选项「b」', true],
    ['「丙」新增了选项「c」', false],
    ['新增了必填字段「丁」，未办完的件要补填', true],
  ])
})
