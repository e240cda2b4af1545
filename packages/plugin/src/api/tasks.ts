import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { useApi } from './api-context.tsx'
import { meKey } from './me.ts'
import { answer } from './problem.ts'
import { createRequestKeys } from './request-key.ts'
import type { BatchRequest, TaskActionRequest } from './types.ts'

export interface TaskFilter {
  box: 'todo' | 'done'
  q?: string
  matter?: string
  element?: string
  due?: 'overdue' | 'today' | 'soon'
}

const PAGE = 50
const WATCH_MS = 30_000

/** The inbox, page by page. It changes only when asked to: rows do not move by themselves. */
export function useTaskList(filter: TaskFilter) {
  const { api } = useApi()
  return useInfiniteQuery({
    queryKey: ['tasks', filter],
    queryFn: async ({ pageParam }) =>
      answer(await api.GET('/tasks', { params: { query: { ...filter, limit: PAGE, cursor: pageParam } } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    refetchOnWindowFocus: false,
    placeholderData: (previous) => previous,
  })
}

/** Ids that wait now, looked up in the background: on focus and every 30 seconds. `listed` are those shown already. */
export function useTaskWatch(filter: TaskFilter, listed: string[]) {
  const { api } = useApi()
  return useQuery({
    queryKey: ['task-watch', filter],
    queryFn: async () => {
      const list = answer(await api.GET('/tasks', { params: { query: { ...filter, limit: PAGE } } }))
      return list.items.map((task) => task.id)
    },
    initialData: listed,
    staleTime: WATCH_MS / 2,
    refetchInterval: WATCH_MS,
    refetchOnWindowFocus: true,
    retry: false,
  })
}

export function taskKey(taskId: string) {
  return ['task', taskId] as const
}

/** One task with all that its page needs. Not asked again by itself: what one is writing about must not change. */
export function useTask(taskId: string) {
  const { api } = useApi()
  return useQuery({
    queryKey: taskKey(taskId),
    queryFn: async () => answer(await api.GET('/tasks/{taskId}', { params: { path: { taskId } } })),
    refetchOnWindowFocus: false,
    refetchOnMount: 'always',
  })
}

/** Decides a task. Lists and numbers are asked again afterwards. */
export function useTaskAction(taskId: string) {
  const { api } = useApi()
  const queries = useQueryClient()
  const keys = useRef(createRequestKeys()).current
  return useMutation({
    mutationFn: async (body: TaskActionRequest) => {
      const result = await api.POST('/tasks/{taskId}/actions', {
        params: { path: { taskId } },
        body,
        headers: { 'Idempotency-Key': keys.keyFor(body) },
      })
      keys.answered()
      return answer(result)
    },
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['tasks'] })
      void queries.invalidateQueries({ queryKey: ['cases'] })
      void queries.invalidateQueries({ queryKey: meKey })
    },
  })
}

/** One decision on many tasks; each has its own result. */
export function useTaskBatch() {
  const { api } = useApi()
  const queries = useQueryClient()
  const keys = useRef(createRequestKeys()).current
  return useMutation({
    mutationFn: async (body: BatchRequest) => {
      const result = await api.POST('/tasks/actions', { body, headers: { 'Idempotency-Key': keys.keyFor(body) } })
      keys.answered()
      return answer(result)
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: meKey }),
  })
}
