import { refuse } from '../../../paper/edit/index.ts'
import type { FormEdit } from '../draft.ts'
import { changeNode, childrenOf, type NodePath, nodeAt, schemaAt } from '../nodes.ts'
import { insertNode, mayStandIn, scopeOf } from './add-field.ts'

/**
 * Moves a node among others or into another section. Its path as a value stays the same, so that rules and data keep it:
 * a column stays in its table, a field outside.
 *
 * @param index place among the children of `into` once the node is gone from where it was
 */
export function moveNode(path: NodePath, into: NodePath, index: number): FormEdit {
  return (form) => {
    const node = nodeAt(form, path)
    if (!node || schemaAt(form, into) === undefined) return refuse('NOT_FOUND')
    if (path.every((key, at) => into[at] === key)) return refuse('NOT_FOUND')
    if (scopeOf(form, into) !== node.scope) return refuse('OTHER_TABLE')
    if (!mayStandIn(form, into, node.schema)) return refuse('COMPONENT_NOT_HERE')
    const siblings = Object.keys(childrenOf(schemaAt(form, into) ?? {}))
    const isSame = siblings.indexOf(node.key) === Math.min(index, siblings.length - 1)
    if (isSame && path.length === into.length + 1 && into.every((key, at) => path[at] === key)) return form
    const without = changeNode(form, path, () => undefined)
    return insertNode(without, into, node.key, node.schema, Math.max(0, index))
  }
}
