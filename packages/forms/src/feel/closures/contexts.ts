import type { SyntaxNode } from '@lezer/common'
import { parts } from '../syntax.ts'
import { addEntry } from '../values/entry.ts'
import { type Code, type CompileNode, type Compiling, child, codeOf, type Frame } from './code.ts'
import { nameOf } from './lists.ts'
import { textOf } from './literals.ts'
import { context } from './names.ts'

/** `{ name: value }`; an entry sees those before it. Source: DMN 1.5, 10.3.2.6. */
export const CONTEXTS: Record<string, CompileNode> = {
  Context(children, compiling) {
    const inner = compiling.within(context(compiling.names))
    const entries = children.slice(1, -1).map((entry) => entryCode(entry, inner))
    return codeOf(
      (at) => {
        const made: Record<string, unknown> = {}
        const frame: Frame = { value: made, up: at }
        for (const { key, value } of entries) addEntry(made, key, value.run(frame))
        return made
      },
      [...entries.map(({ value }) => value)],
    )
  },
}

function entryCode(entry: SyntaxNode, compiling: Compiling): { key: string; value: Code } {
  const [key, value] = [child(parts(entry), 0), child(parts(entry), 1)]
  const text = compiling.text(key)
  return { key: text.startsWith('"') ? textOf(text) : nameOf(text), value: compiling.code(value) }
}
