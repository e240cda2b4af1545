import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { useApi } from './api-context.tsx'
import { answer } from './problem.ts'

export type JobState = 'failed' | 'waiting'

const jobsKey = ['jobs'] as const

/** Jobs that were given up, or that wait, page by page. */
export function useJobs(state: JobState) {
  const { api } = useApi()
  return useInfiniteQuery({
    queryKey: [...jobsKey, state],
    queryFn: async ({ pageParam }) =>
      answer(await api.GET('/admin/jobs', { params: { query: { state, limit: 30, cursor: pageParam } } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  })
}

/** Lets a job that was given up be tried again, or with a reason removes it. */
export function useMendJob() {
  const { api } = useApi()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async ({ jobId, reason }: { jobId: string; reason?: string }) => {
      const params = { path: { jobId } }
      if (reason === undefined) return answer(await api.POST('/admin/jobs/{jobId}/retry', { params }))
      return answer(await api.POST('/admin/jobs/{jobId}/discard', { params, body: { reason } }))
    },
    onSettled: () => void queries.invalidateQueries({ queryKey: jobsKey }),
  })
}
