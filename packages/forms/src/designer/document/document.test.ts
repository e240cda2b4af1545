import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import quota from '../../../../../examples/zibo-talent-cards/forms/huicai-quota.form.json'
import { COMPONENTS } from '../../components/components.ts'
import { compile } from '../../feel/index.ts'
import { insertColumn, insertRow, isRefused, mergeCells, moveRow, splitCell } from '../../paper/edit/index.ts'
import { layout } from '../../paper/layout.ts'
import { checkForm } from '../../schema/check-form.ts'
import type { FormDefinition } from '../../schema/form-definition.ts'
import type { Draft, Edit } from './draft.ts'
import { onForm } from './draft.ts'
import { addField } from './edits/add-field.ts'
import { moveNode } from './edits/move-node.ts'
import { clearCells, makePaper, onPaper, placeField, setCellText } from './edits/paper-edits.ts'
import { paste } from './edits/paste.ts'
import { removeNode, ungroup } from './edits/remove-node.ts'
import { renameKey } from './edits/rename-key.ts'
import { changeComponent, setProperties } from './edits/set-properties.ts'
import { expressionsOf, fieldPaths } from './expressions.ts'
import { copyCells, copyNode, parseFragment } from './fragment.ts'
import { newHistory, perform, redo, undo } from './history.ts'
import { type NodePath, nodeAt, walkNodes } from './nodes.ts'

const TABLE: FormDefinition = {
  key: 'purchase',
  title: '采购单',
  schema: {
    type: 'object',
    properties: {
      税率: { type: 'number', title: '税率', 'x-component': 'NumberPicker' },
      明细: {
        type: 'array',
        title: '明细',
        'x-component': 'SubTable',
        items: {
          type: 'object',
          properties: {
            数量: { type: 'number', title: '数量' },
            单价: { type: 'number', title: '单价' },
            金额: { type: 'number', title: '金额', 'x-value': '{{ 数量 * 单价 * (1 + 税率) }}' },
          },
        },
      },
      合计: {
        type: 'number',
        title: '合计',
        'x-value': '{{ sum(明细.金额) + count(明细[金额 > 3 and 数量 > 税率]) }}',
      },
      最大: { type: 'number', title: '最大', 'x-value': '{{ max(for 行 in 明细 return 行.金额) + 明细[1].金额 }}' },
      说明: {
        type: 'string',
        title: '说明',
        'x-visible': '{{ some 行 in 明细 satisfies 行.金额 > 100 }}',
        'x-reactions': { dependencies: ['合计'], when: '{{ 合计 > 3 }}', fulfill: { state: { required: true } } },
      },
    },
  },
  paper: { size: 'A4', title: '采购单', columns: [1, 2], rows: [[{ text: '合计' }, { field: '合计' }]] },
}

const FORMS: FormDefinition[] = [
  { key: 'empty', title: '空表', schema: { type: 'object', properties: {} } },
  TABLE,
  quota as unknown as FormDefinition,
]

/** Every name an expression reads is a field: what `checkForm` asks, said here by itself. */
function unknownNames(form: FormDefinition): string[] {
  const paths = [...fieldPaths(form)]
  return [...walkNodes(form)].flatMap((node) => {
    const row = node.scope === '' ? [] : paths.filter((one) => one.startsWith(`${node.scope}.`))
    const names = [...paths, ...row.map((one) => one.slice(node.scope.length + 1)), '$self', '_self', '$deps', '_deps']
    return expressionsOf(node.schema).flatMap(({ text }) =>
      compile(text, { names }).issues.map((issue) => `${node.key}: ${issue.message}`),
    )
  })
}

function expectSound({ form }: Draft) {
  expect(checkForm(form)).toEqual([])
  expect(unknownNames(form)).toEqual([])
  const fields = fieldPaths(form)
  if (!form.paper) return
  expect(layout(form.paper).faults).toEqual([])
  for (const cell of form.paper.rows.flat()) if (cell.field) expect(fields).toContain(cell.field)
}

/** An edit chosen by numbers among what the form has just then. */
type Choice = { kind: number; a: number; b: number; c: number; word: string }
const choices = fc.record<Choice>({
  kind: fc.nat(16),
  a: fc.nat(60),
  b: fc.nat(12),
  c: fc.nat(6),
  word: fc.constantFrom('联系电话', '姓  名', 'date', '__proto__', '2024年', '金额', '（）', '明细', 'if', '甲'),
})

function editOf({ kind, a, b, c, word }: Choice, { form }: Draft): Edit {
  const nodes = [...walkNodes(form)]
  const node = nodes[a % Math.max(1, nodes.length)]
  const path: NodePath = node?.path ?? []
  const holders: NodePath[] = [
    [],
    ...nodes.filter((one) => one.schema.properties || one.schema.items).map((one) => one.path),
  ]
  const into = holders[b % holders.length] ?? []
  const component = COMPONENTS[a % COMPONENTS.length]?.name ?? 'Input'
  const area = { row: a % 18, col: b % 7, rowSpan: 1 + (c % 3), colSpan: 1 + (b % 3) }
  const edits: Edit[] = [
    onForm(addField({ component, title: word, into, index: c })),
    onForm(addField({ component, title: word, into: [], cell: c % 2 ? 'new-row' : { row: a % 18, col: b % 7 } })),
    onForm(removeNode(path)),
    onForm(removeNode(path, { withRules: true })),
    onForm(ungroup(path)),
    renameKey(path, word),
    onForm(moveNode(path, into, c)),
    onForm(setProperties(path, { title: word, required: c % 2 === 0 })),
    onForm(changeComponent(path, component)),
    onForm(onPaper((paper) => mergeCells(paper, area))),
    onForm(onPaper((paper) => splitCell(paper, area.row, area.col))),
    onForm(onPaper((paper) => insertRow(paper, a % 18))),
    onForm(onPaper((paper) => (c % 2 ? insertColumn(paper, b) : moveRow(paper, a % 18, b)))),
    onForm(clearCells([area])),
    onForm(setCellText(area.row, area.col, word)),
    onForm(c % 2 ? placeField(node?.valuePath ?? '', area.row, area.col) : makePaper()),
    (draft) => {
      const fragment = c % 2 ? copyCells(draft.form, area) : copyNode(draft.form, path)
      return fragment ? onForm(paste(fragment, { into, index: c, cell: area }))(draft) : draft
    },
  ]
  return edits[kind] ?? ((draft) => draft)
}

describe('a history of edits', () => {
  it('never makes a form that is wrong; undone it is the start, done again the end', () => {
    fc.assert(
      fc.property(fc.constantFrom(...FORMS), fc.array(choices, { maxLength: 14 }), (form, list) => {
        const start: Draft = {
          form,
          steps: [{ flow: 'f', element: 'u', title: '审核', access: { 合计: 'edit', '*': 'read' } }],
        }
        let history = newHistory(start)
        for (const choice of list) {
          const next = perform(history, editOf(choice, history.present))
          if (isRefused(next)) continue
          history = next
          expectSound(history.present)
        }
        const end = history
        for (const _ of end.past) history = undo(history)
        expect(history.present).toEqual(start)
        expect(undo(history).present).toEqual(start)
        for (const _ of end.past) history = redo(history)
        expect(history.present).toEqual(end.present)
        expect(history.past).toEqual(end.past)
      }),
      { numRuns: 150 },
    )
  }, 120_000)

  it('takes edits with the same mark as one step', () => {
    const start = newHistory({ form: TABLE, steps: [] })
    let history = start
    for (const title of ['税', '税 ', '税 率']) {
      const next = perform(history, onForm(setProperties(['税率'], { title })), 'title')
      if (!isRefused(next)) history = next
    }
    expect(history.past).toHaveLength(1)
    expect(undo(history).present).toBe(start.present)
  })
})

describe('renaming a key', () => {
  const draft: Draft = {
    form: TABLE,
    steps: [{ flow: 'f', element: 'u', title: '审核', access: { '明细.金额': 'edit', 合计: 'hidden' } }],
  }
  const renamed = (path: NodePath, key: string) => {
    const result = renameKey(path, key)(draft)
    if (isRefused(result)) throw new Error(result.refused)
    return result
  }

  it('follows a column through paths, filters, iterations and its own row', () => {
    const { form, steps } = renamed(['明细', '金额'], '小计')
    expect(nodeAt(form, ['合计'])?.schema['x-value']).toBe(
      '{{ sum(明细.小计) + count(明细[小计 > 3 and 数量 > 税率]) }}',
    )
    expect(nodeAt(form, ['最大'])?.schema['x-value']).toBe('{{ max(for 行 in 明细 return 行.小计) + 明细[1].小计 }}')
    expect(nodeAt(form, ['说明'])?.schema['x-visible']).toBe('{{ some 行 in 明细 satisfies 行.小计 > 100 }}')
    expect(steps[0]?.access).toEqual({ '明细.小计': 'edit', 合计: 'hidden' })
  })

  it('follows a field into the rows of a table, the paper, dependencies and access', () => {
    expect(nodeAt(renamed(['税率'], '增值税率').form, ['明细', '金额'])?.schema['x-value']).toBe(
      '{{ 数量 * 单价 * (1 + 增值税率) }}',
    )
    const { form, steps } = renamed(['合计'], '总额')
    expect(form.paper?.rows[0]?.[1]).toEqual({ field: '总额' })
    expect(nodeAt(form, ['说明'])?.schema['x-reactions']).toMatchObject({
      dependencies: ['总额'],
      when: '{{ 总额 > 3 }}',
    })
    expect(steps[0]?.access).toEqual({ '明细.金额': 'edit', 总额: 'hidden' })
  })

  it('refuses a key that is taken or that FEEL does not read as one name', () => {
    expect(renameKey(['税率'], '合计')(draft)).toEqual({ refused: 'KEY_TAKEN', names: ['合计'] })
    for (const key of ['a b', 'if', '1号', '', '__proto__', 'date', 'a-b']) {
      expect(renameKey(['税率'], key)(draft)).toMatchObject({ refused: 'KEY_INVALID' })
    }
  })
})

describe('removing a field', () => {
  it('says which rules read it, or takes them along', () => {
    expect(removeNode(['税率'])(TABLE)).toEqual({ refused: 'FIELD_IN_USE', names: ['金额', '合计'] })
    const form = removeNode(['税率'], { withRules: true })(TABLE)
    if (isRefused(form)) throw new Error(form.refused)
    expect(nodeAt(form, ['明细', '金额'])?.schema['x-value']).toBeUndefined()
    expect(nodeAt(form, ['最大'])?.schema['x-value']).toBeDefined()
  })
})

describe('the clipboard', () => {
  it('brings fields and cells into another form through text', () => {
    const fragment = parseFragment(JSON.stringify(copyCells(TABLE, { row: 0, col: 0, rowSpan: 1, colSpan: 2 })))
    if (!fragment) throw new Error('no fragment')
    const target = { ...TABLE, key: 'other' }
    const result = paste(fragment, { into: [], cell: { row: 1, col: 0 } })(target)
    if (isRefused(result)) throw new Error(result.refused)
    expect(result.paper?.rows[1]).toEqual([{ text: '合计' }, { field: '合计2' }])
    expect(nodeAt(result, ['合计2'])?.schema.title).toBe('合计')
  })

  it('takes nothing from text that is no fragment', () => {
    for (const text of ['', '姓名', '{', '[]', '{"zhupi":"form-fragment"}', '{"fields":[]}', 'null']) {
      expect(parseFragment(text)).toBeUndefined()
    }
  })
})
