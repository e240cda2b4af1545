import { spend } from '../evaluation.ts'
import { propertyReader } from '../values/entry.ts'
import { type Code, type CompileNode, child, codeOf, type Frame } from './code.ts'
import { asked } from './comparisons.ts'
import { kindOf } from './kind-of.ts'
import { item } from './names.ts'

/** Lists, `list[…]` and `context.name`. Source: DMN 1.5, 10.3.2.5 (table 56), 10.3.2.4. */
export const LISTS: Record<string, CompileNode> = {
  List(children, { code }) {
    const items = children.slice(1, -1).map(code)
    return codeOf((at) => items.map((entry) => entry.run(at)), [...items])
  },
  PathExpression(children, { code, text }) {
    const target = code(child(children, 0))
    const property = propertyReader(nameOf(text(child(children, 2))))
    return codeOf(
      (at) => {
        const value = target.run(at)
        if (!Array.isArray(value)) return property(value) ?? null
        spend(value.length)
        const entries: unknown[] = []
        for (const entry of value) entries.push(property(entry) ?? null)
        return entries
      },
      [target],
    )
  },
  FilterExpression(children, compiling) {
    const target = compiling.code(child(children, 0))
    const condition = child(children, 2)
    const kind = kindOf(condition)
    if (kind === 'test') return tested(target, compiling.within(item(compiling.names)).code(condition))
    const key = compiling.code(condition)
    switch (kind) {
      case 'string':
        return codeOf((at) => equalItems(target.run(at), key.run(at)), [target, key])
      case 'number':
      case 'boolean':
      case 'any':
        return codeOf((at) => chosen(target.run(at), () => key.run(at)), [target, key])
      default:
        return codeOf(
          (at) => {
            target.run(at)
            return null
          },
          [target, key],
        )
    }
  },
}

/** A name of several words, with one blank between them. */
export function nameOf(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

function listOf(value: unknown): unknown[] | null {
  if (value === null || value === undefined) return null
  return Array.isArray(value) ? value : [value]
}

function equalItems(target: unknown, wanted: unknown): unknown[] | null {
  return listOf(target)?.filter((entry) => entry === wanted) ?? null
}

function tested(target: Code, filter: Code): Code {
  return codeOf(
    (at) => {
      const list = listOf(target.run(at))
      if (!list) return null
      const kept: unknown[] = []
      const frame: Frame = { value: null, up: at }
      spend(list.length * filter.size)
      for (const value of list) {
        frame.value = value
        const said = filter.run(frame)
        const result = typeof said === 'boolean' ? said : asked(said, value)
        const item = result === true ? value : result
        if (item !== false && item !== null) kept.push(item)
      }
      return kept
    },
    [target, filter],
  )
}

/** By position from 1, or from the end with a negative one; all by true, none by anything else. */
function chosen(target: unknown, key: () => unknown): unknown {
  const list = listOf(target)
  if (!list) return null
  const index = key()
  if (index === true) return target
  if (typeof index !== 'number') return []
  return list[index < 0 ? list.length + index : index - 1] ?? null
}
