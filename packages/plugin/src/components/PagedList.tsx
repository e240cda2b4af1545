import type { ReactNode } from 'react'
import { FailedState } from './FailedState.tsx'
import { LoadMore, type NextPage } from './LoadMore.tsx'

/** A question that pages by key. */
export interface Paged<Item> extends NextPage {
  data?: { pages: readonly { items: readonly Item[] }[] } | undefined
  isError: boolean
  /** What is shown answers the question before this one. */
  isPlaceholderData: boolean
  error: unknown
  refetch: () => Promise<unknown>
}

export interface PagedListProps<Item> {
  list: Paged<Item>
  /** `failed`: what was not fetched; `safe`: whether anything is lost; `unit`: 件, 张. */
  words: { failed: string; safe: string; unit: string }
  /** Stands there until the first page is fetched. */
  skeleton: ReactNode
  /** Stands there when there is nothing. */
  empty: ReactNode
  /** Unknown where the server does not count. */
  total?: number | undefined
  children: (items: Item[]) => ReactNode
}

/** A list in each of its states: not there yet, not fetched, empty, and there, with its next page. */
export function PagedList<Item>({ list, words, skeleton, empty, total, children }: PagedListProps<Item>) {
  const items = itemsOf(list)
  if (!items) {
    if (!list.isError) return skeleton
    const { failed, safe } = words
    return <FailedState title={failed} safe={safe} error={list.error} onRetry={() => void list.refetch()} />
  }
  if (items.length === 0) return empty
  return (
    <div className="za-list" aria-busy={list.isPlaceholderData || undefined}>
      {children(items)}
      <LoadMore list={list} shown={items.length} total={total} unit={words.unit} />
    </div>
  )
}

/** All items that were fetched; nothing before the first page is there. */
export function itemsOf<Item>({ data }: Pick<Paged<Item>, 'data'>): Item[] | undefined {
  return data?.pages.flatMap(({ items }) => items)
}
