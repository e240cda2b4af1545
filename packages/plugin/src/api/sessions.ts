import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { useApi } from './api-context.tsx'
import { answer } from './problem.ts'

const OWN = ['own-sessions'] as const
const ALL = ['all-sessions'] as const
const PAGE = 30

/** Where one is signed in, page by page. */
export function useOwnSessions() {
  const { api } = useApi()
  return useInfiniteQuery({
    queryKey: OWN,
    queryFn: async ({ pageParam }) =>
      answer(await api.GET('/me/sessions', { params: { query: { limit: PAGE, cursor: pageParam } } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  })
}

/** Who is signed in: everybody, or one person. */
export function useAllSessions(person: string | undefined) {
  const { api } = useApi()
  return useInfiniteQuery({
    queryKey: [...ALL, person],
    queryFn: async ({ pageParam }) =>
      answer(await api.GET('/admin/sessions', { params: { query: { person, limit: PAGE, cursor: pageParam } } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    placeholderData: (previous) => previous,
  })
}

/** Signs one of the own browsers out. */
export function useEndOwnSession() {
  const { api } = useApi()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (sessionId: string) =>
      answer(await api.DELETE('/me/sessions/{sessionId}', { params: { path: { sessionId } } })),
    onSettled: () => queries.invalidateQueries({ queryKey: OWN }),
  })
}

/** Signs somebody's browser out. */
export function useEndSession() {
  const { api } = useApi()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (sessionId: string) =>
      answer(await api.DELETE('/admin/sessions/{sessionId}', { params: { path: { sessionId } } })),
    onSettled: () => queries.invalidateQueries({ queryKey: ALL }),
  })
}
