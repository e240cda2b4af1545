import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useApi } from './api-context.tsx'
import { answer } from './problem.ts'

function scheduleKey(matterKey: string) {
  return ['admin', 'schedule', matterKey] as const
}

/** When the draft of a matter goes into force by itself, or why it did not. */
export function useSchedule(matterKey: string) {
  const { api } = useApi()
  return useQuery({
    queryKey: scheduleKey(matterKey),
    queryFn: async () =>
      answer(await api.GET('/admin/matters/{key}/schedule', { params: { path: { key: matterKey } } })).schedule,
    refetchOnMount: 'always',
  })
}

export interface ScheduleRequest {
  /** ISO 8601, UTC. */
  publishAt: string
  note: string
  /** Of the check: what was seen is what is published. */
  etag: string
}

export function useSetSchedule(matterKey: string) {
  const { api } = useApi()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async ({ publishAt, note, etag }: ScheduleRequest) =>
      answer(
        await api.PUT('/admin/matters/{key}/schedule', {
          params: { path: { key: matterKey } },
          body: { publishAt, note },
          headers: { 'If-Match': `"${etag}"` },
        }),
      ).schedule,
    onSuccess: (schedule) => queries.setQueryData(scheduleKey(matterKey), schedule),
  })
}

export function useCancelSchedule(matterKey: string) {
  const { api } = useApi()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async () =>
      answer(await api.DELETE('/admin/matters/{key}/schedule', { params: { path: { key: matterKey } } })),
    onSuccess: () => queries.setQueryData(scheduleKey(matterKey), null),
  })
}
