import { componentNamed } from '../../components/components.ts'
import { cellAt, gridOf } from '../../paper/edit/index.ts'
import { isSubTable } from '../../schema/walk-fields.ts'
import { onForm } from '../document/draft.ts'
import { addField, type NewField } from '../document/edits/add-field.ts'
import { labelBefore } from '../document/label-before.ts'
import { childrenOf, type NodePath, nodeAt, walkNodes } from '../document/nodes.ts'
import type { Designer } from '../state/use-designer.ts'

/**
 * Adds a component where the administrator is: into the selected cell when it has no field, as a column when a sub-table is
 * selected, else as a row below the table. The label beside the cell becomes the title.
 */
export function addComponent(designer: Designer, name: string, at = designer.selection.cell): boolean {
  const component = componentNamed(name)
  if (!component) return false
  const { form, node } = designer
  const { paper } = form
  const isColumn = node && isSubTable(node.schema) && at === designer.selection.cell
  const cell = at && paper && cellAt(gridOf(paper), at.row, at.col)
  const isFree = cell && cell.content.field === undefined
  const label = isFree && paper ? labelBefore(paper, cell.row, cell.col) : undefined
  const into = isColumn ? node.path : sectionFor(designer)
  const place =
    name === 'Section' || isColumn || !paper ? undefined : isFree ? { row: cell.row, col: cell.col } : 'new-row'
  const title = isFree && label ? label : component.title
  const known = new Set([...walkNodes(form)].map((one) => one.path.join('/')))
  const field: NewField = {
    component: name,
    title,
    into: name === 'Section' ? [] : into,
    ...(place && { cell: place }),
  }
  if (!designer.run(onForm(addField(field)))) return false
  const holder = field.into
  designer.selectNode([...holder, newKey(designer, holder, known)])
  return true
}

/** The section of the selected field, else the last one, so that the tree keeps the order of the paper. */
function sectionFor({ form, node }: Designer): NodePath {
  const sections = [...walkNodes(form)].filter((one) => one.schema.type === 'void' && one.scope === '')
  const own = node && sections.find((section) => section.key === node.path[0])
  return own?.path ?? sections.at(-1)?.path ?? []
}

function newKey({ latest }: Designer, holder: NodePath, known: ReadonlySet<string>): string {
  const form = latest()
  const schema = holder.length === 0 ? form.schema : nodeAt(form, holder)?.schema
  return Object.keys(childrenOf(schema ?? {})).find((key) => !known.has([...holder, key].join('/'))) ?? ''
}
