import { bareLabel } from './label.ts'

/** Words of FEEL and names of every object, which cannot be keys. */
const RESERVED = new Set([
  ...'if then else for in return some every satisfies and or between not null true false function external instance of item partial id'.split(
    ' ',
  ),
  ...Object.getOwnPropertyNames(Object.prototype),
  '__proto__',
  'prototype',
])
const MAX_KEY = 40
export interface FieldName {
  key: string
  /** The label, with what tells it from another field of the same label. */
  title: string
}

/** Gives each field of one level a readable key of its own. */
export function createFieldNames() {
  const taken = new Set<string>()
  return {
    /**
     * The bare label (金额), else the whole (金额小写), else with what stands around it (专员联系电话), else numbered.
     *
     * @param contexts labels that stand around it, the nearest first
     */
    take(label: string, contexts: readonly string[]): FieldName {
      const names: FieldName[] = [
        { key: toKey(bareLabel(label)), title: label },
        { key: toKey(label), title: label },
        ...contexts.filter(Boolean).map((context) => {
          const title = `${bareLabel(context).slice(-8)}${label}`
          return { key: toKey(title), title }
        }),
      ]
      const free = names.find(({ key }) => !taken.has(key)) ?? numbered(names[0]?.key ?? '字段', label)
      taken.add(free.key)
      return { ...free, title: free.title || free.key }
    },
  }

  function numbered(key: string, title: string): FieldName {
    let count = 2
    while (taken.has(`${key}_${count}`)) count++
    return { key: `${key}_${count}`, title: `${title}（${count}）` }
  }
}

function toKey(label: string): string {
  const key = label
    .replace(/[^\p{L}\p{M}\p{N}_]/gu, '')
    .replace(/^[\p{M}\p{N}]/u, '_$&')
    .slice(0, MAX_KEY)
  return RESERVED.has(key) ? `${key}_` : key || '字段'
}
