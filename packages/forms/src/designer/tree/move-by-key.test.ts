import { expect, it } from 'vitest'
import { parseForm } from '../../index.ts'
import { isRefused } from '../../paper/edit/index.ts'
import { nodeAt, pathId, walkNodes } from '../document/nodes.ts'
import { moveByKey, moveOnto } from './move-by-key.ts'

const form = parseForm({
  key: 'tree',
  title: '树',
  schema: {
    type: 'object',
    properties: {
      组: { type: 'void', title: '组', 'x-component': 'Section', properties: { 甲: { type: 'string', title: '甲' } } },
      乙: { type: 'string', title: '乙' },
      表: {
        type: 'array',
        title: '表',
        'x-component': 'SubTable',
        items: {
          type: 'object',
          properties: { 列: { type: 'string', title: '列' }, 值: { type: 'string', title: '值' } },
        },
      },
    },
  },
})

const node = (id: string) => {
  const found = [...walkNodes(form)].find((one) => one.key === id)
  if (!found) throw new Error(id)
  return found
}

function order(move: ReturnType<typeof moveByKey>): string | undefined {
  if (!move) return undefined
  const next = move.edit(form)
  if (isRefused(next)) return undefined
  expect(nodeAt(next, move.path)).toBeDefined()
  return [...walkNodes(next)].map((one) => pathId(one.path)).join(' ')
}

it.each([
  ['乙', 'ArrowUp', '乙 组 组/甲 表 表/列 表/值'],
  ['乙', 'ArrowDown', '组 组/甲 表 表/列 表/值 乙'],
  ['乙', 'ArrowRight', '组 组/甲 组/乙 表 表/列 表/值'],
  ['甲', 'ArrowLeft', '组 甲 乙 表 表/列 表/值'],
  ['值', 'ArrowUp', '组 组/甲 乙 表 表/值 表/列'],
  ['组', 'ArrowUp', undefined],
  ['甲', 'ArrowUp', undefined],
  ['乙', 'ArrowLeft', undefined],
  ['列', 'ArrowLeft', undefined],
])('%s by %s', (key, arrow, expected) => {
  expect(order(moveByKey(form, node(key), arrow))).toBe(expected)
})

it('goes into a section it is dropped on, and to the place of a field', () => {
  expect(order(moveOnto(form, node('乙'), node('组')))).toBe('组 组/甲 组/乙 表 表/列 表/值')
  expect(order(moveOnto(form, node('乙'), node('甲')))).toBe('组 组/乙 组/甲 表 表/列 表/值')
  expect(order(moveOnto(form, node('乙'), node('列')))).toBeUndefined()
  expect(order(moveOnto(form, node('组'), node('甲')))).toBeUndefined()
})
