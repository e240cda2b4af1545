import {
  cellAt,
  gridOf,
  isRefused,
  placeOfField,
  type Refused,
  refuse,
  setCell,
  swapCells,
} from '../../../paper/edit/index.ts'
import type { FormDefinition, Paper } from '../../../schema/form-definition.ts'
import type { FormEdit } from '../draft.ts'
import { walkNodes } from '../nodes.ts'
import { inNewRow } from './add-field.ts'

/** An edit of the paper as an edit of the form. */
export function onPaper(edit: (paper: Paper) => Paper | Refused): FormEdit {
  return (form) => {
    if (!form.paper) return refuse('NO_PAPER')
    const paper = edit(form.paper)
    if (isRefused(paper)) return paper
    return paper === form.paper ? form : { ...form, paper }
  }
}

/** Writes the fixed text of a cell; its field stays. */
export function setCellText(row: number, col: number, text: string): FormEdit {
  return onPaper((paper) => {
    const cell = cellAt(gridOf(paper), row, col)
    if (!cell) return refuse('OUTSIDE')
    const { field } = cell.content
    if ((cell.content.text ?? '') === text) return paper
    return setCell(paper, row, col, { ...(text !== '' && { text }), ...(field !== undefined && { field }) })
  })
}

/** Empties the cells at these places; the fields stay in the form, without a place on the paper. */
export function clearCells(places: ReadonlyArray<{ row: number; col: number }>): FormEdit {
  return onPaper((paper) =>
    places.reduce<Paper | Refused>((now, { row, col }) => (isRefused(now) ? now : setCell(now, row, col, {})), paper),
  )
}

/** Puts a field into a cell: from its cell by exchange, else in place of the field that was there. */
export function placeField(field: string, row: number, col: number): FormEdit {
  return (form) => {
    if (![...walkNodes(form)].some((node) => node.valuePath === field)) return refuse('NOT_FOUND')
    if (isColumn(form, field)) return refuse('COLUMN_ON_PAPER')
    return onPaper((paper) => {
      const from = placeOfField(paper, field)
      if (from) return swapCells(paper, from, { row, col })
      const cell = cellAt(gridOf(paper), row, col)
      if (!cell) return refuse('OUTSIDE')
      return setCell(paper, row, col, { ...cell.content, field })
    })(form)
  }
}

/** A paper for a form without one: a row for each field, its label before it. */
export function makePaper(): FormEdit {
  return (form) => {
    if (form.paper) return form
    let paper: Paper = { size: 'A4', title: form.title, columns: [1, 3], rows: [[{}, {}]] }
    let isFirst = true
    for (const node of walkNodes(form)) {
      if (node.scope !== '') continue
      const title = node.schema.title ?? node.key
      const band = { text: title, colSpan: 2 }
      if (node.schema.type === 'void') {
        if (title !== '') paper = { ...paper, rows: [...(isFirst ? [] : paper.rows), [band]] }
      } else if (node.valuePath !== undefined) {
        const next = inNewRow(paper, node.valuePath, node.schema['x-component'] === 'Opinion' ? '' : title)
        if (isRefused(next)) return next
        paper = isFirst ? { ...next, rows: next.rows.slice(1) } : next
      }
      isFirst = false
    }
    return { ...form, paper }
  }
}

function isColumn(form: FormDefinition, field: string): boolean {
  return [...walkNodes(form)].some((node) => node.valuePath === field && node.scope !== '')
}
