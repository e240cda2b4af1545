import { cellsIn, gridOf } from '../paper/edit/index.ts'
import { isSubTable } from '../schema/walk-fields.ts'
import { onForm } from './document/draft.ts'
import { clearCells } from './document/edits/paper-edits.ts'
import { paste, rulesLeftBehind } from './document/edits/paste.ts'
import { copyCells, copyNode, parseFragment } from './document/fragment.ts'
import type { Designer } from './state/use-designer.ts'

/** Puts the selected cells or field on the clipboard as text; cutting empties the cells. @returns whether there was something */
export function copySelection(designer: Designer, clipboard: DataTransfer, isCut: boolean): boolean {
  const { form, area, node } = designer
  const fragment = area ? copyCells(form, area) : node && copyNode(form, node.path)
  if (!fragment) return false
  clipboard.setData('text/plain', JSON.stringify(fragment, undefined, 2))
  if (isCut && area && form.paper) designer.run(onForm(clearCells(cellsIn(gridOf(form.paper), area))))
  return true
}

/** Puts fields and cells from the clipboard where the selection is. @returns whether the text was such */
export function pasteText(designer: Designer, text: string): boolean {
  const fragment = parseFragment(text)
  if (!fragment) return false
  const { node, selection } = designer
  const isIntoTable = node && !fragment.cells && isSubTable(node.schema)
  const into = isIntoTable ? node.path : node && node.scope === '' ? node.path.slice(0, -1) : []
  const { cell } = selection
  const before = designer.latest()
  const isDone = designer.run(onForm(paste(fragment, { into, ...(cell && fragment.cells && { cell }) })))
  if (isDone) designer.tellLeftBehind(rulesLeftBehind(before, designer.latest(), fragment))
  return true
}
