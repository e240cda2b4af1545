import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useApi } from './api-context.tsx'
import { meKey, useMe } from './me.ts'
import { answer } from './problem.ts'

export const notificationsKey = ['notifications'] as const

/** What the person was told, page by page. */
export function useNotifications(unread: boolean) {
  const { api } = useApi()
  return useInfiniteQuery({
    queryKey: [...notificationsKey, { unread }],
    queryFn: async ({ pageParam }) =>
      answer(
        await api.GET('/notifications', {
          params: { query: { limit: 30, cursor: pageParam, ...(unread && { unread: 'true' as const }) } },
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    placeholderData: (previous) => previous,
  })
}

/** Some of them are read, or all up to the newest that is shown. */
export function useReadNotifications() {
  const { api } = useApi()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (body: { ids: string[] } | { upTo: string }) =>
      answer(await api.POST('/notifications/reads', { body })),
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: notificationsKey })
      void queries.invalidateQueries({ queryKey: meKey })
    },
  })
}

/** Whoever looks at a case has read what they were told of it, and what was sent to them. */
export function useCaseSeen(caseId: string | undefined) {
  const { api } = useApi()
  const queries = useQueryClient()
  const counts = useMe().data?.counts
  const news = counts !== undefined && counts.unread + counts.copies > 0
  useEffect(() => {
    if (caseId === undefined || !news) return
    void api.POST('/cases/{caseId}/reads', { params: { path: { caseId } } }).then(({ response }) => {
      if (!response.ok) return
      for (const queryKey of [notificationsKey, meKey, ['cases']]) void queries.invalidateQueries({ queryKey })
    })
  }, [caseId, news, api, queries])
}
