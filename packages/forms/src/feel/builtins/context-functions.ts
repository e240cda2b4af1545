import { isRecord } from '../../schema/is-record.ts'
import { spend } from '../evaluation.ts'
import { addEntry, entryOf } from '../values/entry.ts'
import { builtin, list, listBuiltin, text } from './builtin.ts'

/** Source: DMN 1.5, 10.3.4.10. */
export const CONTEXT_FUNCTIONS = {
  'get value': builtin({ m: 'context', key: 'string' }, (m, key) => entryOf(m, text(key)) ?? null),
  'get entries': builtin({ m: 'context' }, (m) =>
    isRecord(m) ? Object.entries(m).map(([key, value]) => ({ key, value })) : null,
  ),
  context: listBuiltin('entries', 'context', (entries) => {
    const made: Record<string, unknown> = {}
    for (const entry of entries) {
      if (!isRecord(entry) || !Object.hasOwn(entry, 'value') || typeof entry.key !== 'string') return null
      if (Object.hasOwn(made, entry.key)) return null
      addEntry(made, entry.key, entry.value)
    }
    return made
  }),
  'context merge': listBuiltin('contexts', 'context', (contexts) => {
    const made: Record<string, unknown> = {}
    for (const context of contexts) {
      for (const [key, value] of Object.entries(isRecord(context) ? context : {})) {
        spend(1)
        addEntry(made, key, value)
      }
    }
    return made
  }),
  'context put': builtin(
    { context: 'context', keys: 'list?', value: 'any', key: 'string?' },
    (context, keys, value, key) => {
      if (keys === undefined && key === undefined) return null
      return put(context, keys === undefined ? [key] : list(keys), value)
    },
  ),
}

function put(context: unknown, [key, ...rest]: unknown[], value: unknown): Record<string, unknown> | null {
  if (typeof key !== 'string' || context === null || context === undefined) return null
  const own = isRecord(context) ? context : {}
  const inner = rest.length > 0 ? put(Object.hasOwn(own, key) ? own[key] : null, rest, value) : value
  if (rest.length > 0 && inner === null) return null
  spend(Object.keys(own).length)
  const made = { ...own }
  addEntry(made, key, inner)
  return made
}
