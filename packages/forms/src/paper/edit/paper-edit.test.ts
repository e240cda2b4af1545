import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Paper } from '../../schema/form-definition.ts'
import { layout } from '../layout.ts'
import {
  type Area,
  breakPage,
  cellsIn,
  closedArea,
  deleteColumn,
  deleteRow,
  gridOf,
  insertColumn,
  insertRow,
  isRefused,
  mergeCells,
  moveColumn,
  moveRow,
  type Refused,
  replaceArea,
  resizeColumn,
  resizeRow,
  setCell,
  splitCell,
  stretchCell,
  swapCells,
} from './index.ts'

/** A paper after random merges, texts and page breaks: every kind of grid. */
const papers = fc
  .record({
    columns: fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 6 }),
    rows: fc.integer({ min: 1, max: 7 }),
    heights: fc.option(fc.array(fc.integer({ min: 5, max: 60 }), { maxLength: 9 }), { nil: undefined }),
    breaks: fc.array(fc.nat(6), { maxLength: 2 }),
    merges: fc.array(areas(), { maxLength: 5 }),
    texts: fc.array(fc.tuple(fc.nat(6), fc.nat(5), fc.constantFrom('姓名', '备注', '')), { maxLength: 6 }),
    fields: fc.uniqueArray(fc.tuple(fc.nat(6), fc.nat(5)), { maxLength: 3 }),
  })
  .map(({ columns, rows, heights, breaks, merges, texts, fields }) => {
    let paper: Paper = {
      size: 'A4',
      title: '表',
      columns,
      rows: Array.from({ length: rows }, () => columns.map(() => ({}))),
      ...(heights && { heights: heights.slice(0, rows) }),
    }
    const steps: Array<(paper: Paper) => ReturnType<typeof mergeCells>> = [
      ...breaks.map((row) => (one: Paper) => breakPage(one, row, true)),
      ...texts.map(
        ([row, col, text]) =>
          (one: Paper) =>
            setCell(one, row, col, { text }),
      ),
      ...fields.map(
        ([row, col], index) =>
          (one: Paper) =>
            setCell(one, row, col, { field: `字段${index}` }),
      ),
      ...merges.map((area) => (one: Paper) => mergeCells(one, area)),
    ]
    for (const step of steps) {
      const next = step(paper)
      if (!isRefused(next)) paper = next
    }
    return paper
  })

function areas() {
  return fc.record<Area>({
    row: fc.nat(6),
    col: fc.nat(5),
    rowSpan: fc.integer({ min: 1, max: 4 }),
    colSpan: fc.integer({ min: 1, max: 4 }),
  })
}

const small = fc.nat(7)

function done<T extends object>(result: T): Exclude<T, Refused> {
  fc.pre(!isRefused<T, string>(result))
  return result as Exclude<T, Refused>
}

function expectWhole(paper: Paper) {
  expect(layout(paper).faults).toEqual([])
  for (const width of paper.columns) expect(width).toBeGreaterThan(0)
  expect(paper.heights?.length ?? 0).toBeLessThanOrEqual(paper.rows.length)
}

const EDITS: Array<[string, (paper: Paper, a: number, b: number, area: Area) => object]> = [
  ['merge', (paper, _a, _b, area) => mergeCells(paper, area)],
  ['split', (paper, a, b) => splitCell(paper, a, b)],
  ['stretch', (paper, a, b, area) => stretchCell(paper, a, b, area)],
  ['insert row', (paper, a) => insertRow(paper, a)],
  ['insert column', (paper, a) => insertColumn(paper, a)],
  ['delete row', (paper, a) => plain(deleteRow(paper, a))],
  ['delete column', (paper, a) => plain(deleteColumn(paper, a))],
  ['move row', (paper, a, b) => moveRow(paper, a, b)],
  ['move column', (paper, a, b) => moveColumn(paper, a, b)],
  ['resize row', (paper, a, b) => resizeRow(paper, a, b * 20)],
  ['resize column', (paper, a, b) => resizeColumn(paper, a, (b - 3) / 5)],
  ['break page', (paper, a, b) => breakPage(paper, a, b % 2 === 0)],
  ['swap', (paper, a, b, area) => swapCells(paper, { row: a, col: b }, area)],
]

function plain(result: { paper: Paper } | { refused: string }): object {
  return 'paper' in result ? result.paper : result
}

describe('every edit of the paper', () => {
  it.each(EDITS)('%s leaves a table without holes and overlap, or says why not', (_name, edit) => {
    fc.assert(
      fc.property(papers, small, small, areas(), (paper, a, b, area) => {
        expectWhole(paper)
        const result = edit(paper, a, b, area)
        if (!('refused' in result)) expectWhole(result as Paper)
      }),
      { numRuns: 300 },
    )
  })
})

describe('inverses', () => {
  it('puts back what an area held before it was merged', () => {
    fc.assert(
      fc.property(papers, areas(), (paper, area) => {
        const merged = done(mergeCells(paper, area))
        const whole = closedArea(gridOf(paper), area)
        expect(replaceArea(merged, whole, cellsIn(gridOf(paper), whole))).toEqual(paper)
      }),
    )
  })

  it('splits what was merged into the cells it came from, when they were single and empty but for the first', () => {
    fc.assert(
      fc.property(papers, areas(), (paper, area) => {
        const whole = closedArea(gridOf(paper), area)
        const cells = cellsIn(gridOf(paper), whole)
        fc.pre(cells.length > 1 && cells.every((one) => one.rowSpan === 1 && one.colSpan === 1))
        fc.pre(cells.slice(1).every(({ content }) => Object.keys(content).length === 0))
        const merged = done(mergeCells(paper, area))
        fc.pre(Object.keys(cells[0]?.content ?? {}).length === 0 || (cells[0]?.content.text ?? '') !== '')
        expect(splitCell(merged, whole.row, whole.col)).toEqual(paper)
      }),
    )
  })

  it('deletes an inserted row or column without trace', () => {
    fc.assert(
      fc.property(papers, small, (paper, at) => {
        expect(plain(deleteRow(done(insertRow(paper, at)), at))).toEqual(paper)
      }),
    )
    fc.assert(
      fc.property(papers, small, (paper, at) => {
        expect(plain(deleteColumn(done(insertColumn(paper, at)), at))).toEqual(paper)
      }),
    )
  })

  it('puts a deleted row or column back with its merged cells, height, width and pages', () => {
    fc.assert(
      fc.property(papers, small, (paper, at) => {
        const taken = done(deleteRow(paper, at))
        expect(insertRow(taken.paper, at, taken.strip)).toEqual(paper)
      }),
    )
    fc.assert(
      fc.property(papers, small, (paper, at) => {
        const taken = done(deleteColumn(paper, at))
        expect(insertColumn(taken.paper, at, taken.strip)).toEqual(paper)
      }),
    )
  })

  it('moves rows and columns there and back', () => {
    fc.assert(
      fc.property(papers, small, small, (paper, from, to) => {
        const heights = paper.heights && paper.rows.map((_, row) => paper.heights?.[row] ?? 10)
        expect(moveRow(done(moveRow(paper, from, to)), to, from)).toEqual({ ...paper, ...(heights && { heights }) })
      }),
    )
    fc.assert(
      fc.property(papers, small, small, (paper, from, to) => {
        expect(moveColumn(done(moveColumn(paper, from, to)), to, from)).toEqual(paper)
      }),
    )
  })

  it('swaps twice to the start', () => {
    fc.assert(
      fc.property(papers, areas(), areas(), (paper, a, b) => {
        expect(swapCells(done(swapCells(paper, a, b)), a, b)).toEqual(paper)
      }),
    )
  })

  it('stretches a single cell over empty ones and back', () => {
    fc.assert(
      fc.property(papers, areas(), (paper, area) => {
        const cells = cellsIn(gridOf(paper), area)
        fc.pre(cells.every((one) => one.rowSpan === 1 && one.colSpan === 1))
        fc.pre(cells.slice(1).every(({ content }) => Object.keys(content).length === 0))
        const wide = done(stretchCell(paper, area.row, area.col, area))
        expect(stretchCell(wide, area.row, area.col, { ...area, rowSpan: 1, colSpan: 1 })).toEqual(paper)
      }),
    )
  })

  it('moves the line between columns there and back, and keeps the width of the table', () => {
    fc.assert(
      fc.property(papers, small, fc.integer({ min: -10, max: 10 }), (paper, at, tenths) => {
        const total = (one: Paper) => one.columns.reduce((sum, width) => sum + width, 0)
        fc.pre(paper.columns.every((width) => width >= total(paper) * 0.02))
        const moved = done(resizeColumn(paper, at, tenths / 100))
        expect(total(moved)).toBeCloseTo(total(paper), 2)
        const back = done(resizeColumn(moved, at, ((paper.columns[at] ?? 0) - (moved.columns[at] ?? 0)) / total(moved)))
        for (const [index, width] of paper.columns.entries()) expect(back.columns[index]).toBeCloseTo(width, 2)
      }),
    )
  })
})
