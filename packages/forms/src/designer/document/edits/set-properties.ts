import { componentNamed } from '../../../components/components.ts'
import { refuse } from '../../../paper/edit/index.ts'
import type { FieldSchema, FormDefinition, Paper } from '../../../schema/form-definition.ts'
import { isSubTable } from '../../../schema/walk-fields.ts'
import type { FormEdit } from '../draft.ts'
import { readersOf } from '../expressions.ts'
import { changeNode, type NodePath, nodeAt } from '../nodes.ts'
import { mayStandIn } from './add-field.ts'
import { asComponent } from './new-field.ts'

/** Changes what a node says of itself; `undefined` takes a key out. */
export function setProperties(path: NodePath, changes: Partial<Omit<FieldSchema, 'properties' | 'items'>>): FormEdit {
  return (form) => {
    const node = nodeAt(form, path)
    if (!node) return refuse('NOT_FOUND')
    const next = withChanges(node.schema, changes)
    return JSON.stringify(next) === JSON.stringify(node.schema) ? form : changeNode(form, path, () => next)
  }
}

/** Makes a field another component; what the new one cannot use goes. */
export function changeComponent(path: NodePath, name: string): FormEdit {
  return (form) => {
    const node = nodeAt(form, path)
    const component = componentNamed(name)
    if (!node || !component) return refuse('NOT_FOUND')
    if (node.schema.type === 'void' || component.name === 'Section') return refuse('COMPONENT_NOT_HERE')
    const next = asComponent(node.schema, component)
    if (!mayStandIn(form, path.slice(0, -1), next)) return refuse('COMPONENT_NOT_HERE')
    if (isSubTable(node.schema) && node.valuePath !== undefined) {
      const readers = readersOf(form, node.valuePath)
      if (readers.length > 0)
        return refuse(
          'FIELD_IN_USE',
          readers.map((reader) => reader.schema.title ?? reader.key),
        )
    }
    return changeNode(form, path, () => next)
  }
}

/** Title of the form, and what its paper says besides the table. */
export function setForm(
  changes: Partial<Pick<FormDefinition, 'title'>>,
  paper?: Partial<Pick<Paper, 'title' | 'caption' | 'duplex' | 'orientation' | 'notes'>>,
): FormEdit {
  return (form) => ({
    ...withChanges<FormDefinition>(form, changes),
    ...(form.paper && paper && { paper: withChanges<Paper>(form.paper, paper) }),
  })
}

function withChanges<T extends object>(whole: T, changes: Partial<T>): T {
  const kept = Object.entries({ ...whole, ...changes }).filter(([, value]) => value !== undefined)
  return Object.fromEntries(kept) as T
}
