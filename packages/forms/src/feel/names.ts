import type { parseExpression } from 'feelin'
import { BUILTIN_NAMES } from './builtin-names.ts'

type Tree = ReturnType<typeof parseExpression>
type TreeNode = Tree['topNode']

/** A name an expression uses, and where. */
export interface UsedName {
  /** `明细`, or `明细.金额` where the path is plain. */
  name: string
  from: number
  /** Inside a filter `明细[金额 > 3]`, where an unknown name may be an entry of the item. */
  inFilter: boolean
}

/** Names of values that an expression reads from its scope: not the ones it binds itself, not functions of FEEL. */
export function usedNames(tree: Tree, source: string, known: ReadonlySet<string>): UsedName[] {
  const used: UsedName[] = []
  collect(tree.topNode, { source, known, used, bound: new Set(), inFilter: false })
  return used
}

interface Collecting {
  source: string
  known: ReadonlySet<string>
  used: UsedName[]
  bound: ReadonlySet<string>
  inFilter: boolean
}

function text(node: TreeNode, source: string): string {
  return source.slice(node.from, node.to).replace(/\s+/g, ' ').trim()
}

function children(node: TreeNode): TreeNode[] {
  const list: TreeNode[] = []
  for (let child = node.firstChild; child; child = child.nextSibling) list.push(child)
  return list
}

function collect(node: TreeNode, at: Collecting): void {
  switch (node.name) {
    case 'VariableName':
      use(node, text(node, at.source), at)
      return
    case 'PathExpression':
      collectPath(node, at)
      return
    case 'InstanceOfExpression':
      if (node.firstChild) collect(node.firstChild, at)
      return
    case 'FilterExpression':
      for (const [index, child] of children(node).entries()) {
        collect(child, index === 0 ? at : { ...at, inFilter: true, bound: new Set([...at.bound, 'item']) })
      }
      return
    default:
      collectScope(node, at)
  }
}

/** Nodes that bind names: for, some, every, function and contexts bind them for everything inside. */
function collectScope(node: TreeNode, at: Collecting): void {
  const binders: Record<string, string> = {
    InExpressions: 'InExpression',
    FormalParameters: 'FormalParameter',
    Context: 'ContextEntry',
  }
  const bound = new Set(at.bound)
  const holder = node.name === 'Context' ? node : children(node).find((child) => binders[child.name])
  if (holder && binders[holder.name]) {
    for (const binder of children(holder)) {
      if (binder.name === binders[holder.name] && binder.firstChild) bound.add(text(binder.firstChild, at.source))
    }
    if (node.name === 'ForExpression') bound.add('partial')
  }
  for (const child of children(node)) collect(child, bound.size > at.bound.size ? { ...at, bound } : at)
}

function collectPath(node: TreeNode, at: Collecting): void {
  const name = plainPath(node, at.source)
  if (name === undefined) {
    if (node.firstChild) collect(node.firstChild, at)
  } else use(node, name, at)
}

/** `a.b` when the target is a plain name, else `undefined`. */
function plainPath(node: TreeNode, source: string): string | undefined {
  const [target, , property] = children(node)
  if (target?.name !== 'VariableName' || property?.name !== 'PathName') return undefined
  return `${text(target, source)}.${text(property, source)}`
}

function use(node: TreeNode, name: string, at: Collecting): void {
  const root = name.split('.')[0] ?? name
  if (at.bound.has(root)) return
  if (BUILTIN_NAMES.has(root) && !at.known.has(root)) return
  at.used.push({ name, from: node.from, inFilter: at.inFilter })
}
