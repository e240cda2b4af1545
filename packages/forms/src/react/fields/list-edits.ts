/*
 * Lists with one change, the old list untouched. `toSpliced` and `with` say the same, but the oldest browsers that
 * offices still run (Chromium 86) do not have them.
 */

export function inserted<T>(list: readonly T[], index: number, ...items: T[]): T[] {
  return [...list.slice(0, index), ...items, ...list.slice(index)]
}

export function removed<T>(list: readonly T[], index: number): T[] {
  return list.filter((_, place) => place !== index)
}

export function replaced<T>(list: readonly T[], index: number, item: T): T[] {
  return list.map((old, place) => (place === index ? item : old))
}

/** The item at `from` taken out and put in again at `to`; places outside the list change nothing. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const item = list[from]
  if (item === undefined || to < 0 || to >= list.length) return [...list]
  return inserted(removed(list, from), to, item)
}
