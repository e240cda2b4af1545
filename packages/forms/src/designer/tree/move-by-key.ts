import { isRefused } from '../../paper/edit/index.ts'
import type { FormDefinition } from '../../schema/form-definition.ts'
import type { FormEdit } from '../document/draft.ts'
import { moveNode } from '../document/edits/move-node.ts'
import { childrenOf, type FormNode, type NodePath, schemaAt } from '../document/nodes.ts'

/** Where a node goes, and its path once it is there. */
export interface NodeMove {
  edit: FormEdit
  path: NodePath
}

/**
 * The move that Alt and an arrow ask for: up and down among its siblings, left out of its section to the place behind it, right
 * into the section before it.
 *
 * @returns `undefined` where there is nowhere to go
 */
export function moveByKey(form: FormDefinition, node: FormNode, key: string): NodeMove | undefined {
  const parent = node.path.slice(0, -1)
  const siblings = keysIn(form, parent)
  const at = siblings.indexOf(node.key)
  switch (key) {
    case 'ArrowUp':
      return at > 0 ? moveTo(form, node, parent, at - 1) : undefined
    case 'ArrowDown':
      return at < siblings.length - 1 ? moveTo(form, node, parent, at + 1) : undefined
    case 'ArrowLeft': {
      const outer = parent.slice(0, -1)
      const behind = keysIn(form, outer).indexOf(parent[parent.length - 1] ?? '') + 1
      return parent.length > 0 && behind > 0 ? moveTo(form, node, outer, behind) : undefined
    }
    case 'ArrowRight': {
      const before = siblings[at - 1]
      if (before === undefined || schemaAt(form, [...parent, before])?.type !== 'void') return undefined
      return moveTo(form, node, [...parent, before], keysIn(form, [...parent, before]).length)
    }
    default:
      return undefined
  }
}

/** A node dropped on another: into it when that is a section, else to the place where it stands. */
export function moveOnto(form: FormDefinition, node: FormNode, target: FormNode): NodeMove | undefined {
  if (target.schema.type === 'void') return moveTo(form, node, target.path, keysIn(form, target.path).length)
  const parent = target.path.slice(0, -1)
  return moveTo(form, node, parent, keysIn(form, parent).indexOf(target.key))
}

function moveTo(form: FormDefinition, node: FormNode, into: NodePath, index: number): NodeMove | undefined {
  const edit = moveNode(node.path, into, index)
  return isRefused(edit(form)) ? undefined : { edit, path: [...into, node.key] }
}

function keysIn(form: FormDefinition, path: NodePath): string[] {
  return Object.keys(childrenOf(schemaAt(form, path) ?? {}))
}
