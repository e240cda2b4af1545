import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useApi } from './api-context.tsx'
import { answer } from './problem.ts'

export interface RowFilter {
  view?: string
  q?: string
  /** Column, `-` before it for descending. */
  sort?: string
  /** Column -> value. */
  filter?: Record<string, string>
}

export function useRegister(key: string) {
  const { api } = useApi()
  return useQuery({
    queryKey: ['register', key],
    queryFn: async () => answer(await api.GET('/registers/{key}', { params: { path: { key } } })),
  })
}

/** Rows of a register, filtered and sorted by the server, page by page. */
export function useRegisterRows(key: string, { filter, ...rest }: RowFilter) {
  const { api } = useApi()
  const chosen = filter && Object.keys(filter).length > 0 ? JSON.stringify(filter) : undefined
  return useInfiniteQuery({
    queryKey: ['rows', key, rest, chosen],
    queryFn: async ({ pageParam }) =>
      answer(
        await api.GET('/registers/{key}/rows', {
          params: { path: { key }, query: { ...rest, filter: chosen, limit: 30, cursor: pageParam } },
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    placeholderData: (previous) => previous,
  })
}
