import { spend } from '../evaluation.ts'
import { fail } from '../failure.ts'
import { FeelFunction } from '../values/feel-function.ts'
import { builtin, list, listBuiltin, number } from './builtin.ts'
import { distinct } from './distinct.ts'

/** Source: DMN 1.5, 10.3.4.4 and 10.3.4.9. */
export const LIST_FUNCTIONS = {
  'list contains': builtin({ list: 'list', element: 'any?' }, (items, element) =>
    counted(list(items)).some((item) => item === element),
  ),
  'list replace': builtin(
    { list: 'list', position: 'any?', newItem: 'any', match: 'function?' },
    (items, position, newItem, match) => listReplace(list(items), position || match, newItem),
  ),
  count: builtin({ list: 'list' }, (items) => list(items).length),
  all: listBuiltin('list', 'any?', (items) => everyOrSome(items, false)),
  any: listBuiltin('list', 'any?', (items) => everyOrSome(items, true)),
  sublist: builtin({ list: 'list', 'start position': 'number', length: 'number?' }, (items, position, length) => {
    const start = number(position) < 0 ? list(items).length + number(position) : number(position) - 1
    const end = length === undefined ? undefined : start + (length === null ? 0 : number(length))
    return counted(list(items).slice(start, end))
  }),
  append: new FeelFunction(['list', '...item'], ([first, ...items]) => {
    if (first === null || first === undefined || items.length === 0) return null
    return counted([...(Array.isArray(first) ? first : [first]), ...items])
  }),
  concatenate: new FeelFunction(['...list'], (lists) => {
    if (lists[0] === undefined) return null
    return counted(lists.flat())
  }),
  'insert before': builtin({ list: 'list', position: 'number', newItem: 'any?' }, (items, position, newItem) => {
    const copy = [...list(items)]
    const at = number(position) - 1
    copy.splice(at < 0 ? Math.max(0, copy.length + at) : at, 0, newItem)
    return counted(copy)
  }),
  remove: builtin({ list: 'list', position: 'number' }, (items, position) => {
    const all = list(items)
    return counted(all.slice(0, number(position) - 1).concat(all.slice(number(position))))
  }),
  reverse: builtin({ list: 'list' }, (items) => counted([...list(items)].reverse())),
  'index of': builtin({ list: 'list', match: 'any' }, (items, match) =>
    counted(list(items)).flatMap((item, index) => (item === match ? [index + 1] : [])),
  ),
  union: listBuiltin('list', 'any?', (lists) =>
    distinct(lists.flatMap((items) => (Array.isArray(items) ? items : fail('not a list')))),
  ),
  'distinct values': builtin({ list: 'list' }, (items) => distinct(list(items))),
  flatten: builtin({ list: 'list' }, (items) => {
    const flat: unknown[] = []
    flattenInto(flat, list(items))
    return flat
  }),
  sort: builtin({ list: 'list', precedes: 'function' }, (items, precedes) => {
    if (!(precedes instanceof FeelFunction)) return null
    spend(list(items).length)
    return [...list(items)].sort((a, b) => (precedes.invoke([a, b]) ? -1 : 1))
  }),
}

function counted(items: unknown[]): unknown[] {
  spend(items.length)
  return items
}

/** Decided by one that is `decisive`; unknown where something is no boolean. */
function everyOrSome(items: readonly unknown[], decisive: boolean): boolean | null {
  if (items.includes(decisive)) return decisive
  return items.every((item) => typeof item === 'boolean') ? !decisive : null
}

function listReplace(items: unknown[], matcher: unknown, newItem: unknown): unknown[] | null {
  spend(items.length)
  if (typeof matcher === 'number') return [...items.slice(0, matcher - 1), newItem, ...items.slice(matcher)]
  if (!(matcher instanceof FeelFunction)) return null
  return items.map((item) => (matcher.invoke([item, newItem]) ? newItem : item))
}

function flattenInto(flat: unknown[], items: unknown[]): void {
  spend(items.length)
  for (const item of items) {
    if (Array.isArray(item)) flattenInto(flat, item)
    else if (item !== undefined) flat.push(item)
  }
}
