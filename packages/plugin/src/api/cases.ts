import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useApi } from './api-context.tsx'
import { meKey } from './me.ts'
import { answer } from './problem.ts'
import type { CaseActionRequest, CaseStatus } from './types.ts'

export interface CaseFilter {
  box: 'mine' | 'involved' | 'cc' | 'all'
  status?: CaseStatus
  q?: string
  /** The archived cases instead of the others. */
  archived?: 'true'
}

/** Cases of a box, page by page. */
export function useCaseList(filter: CaseFilter) {
  const { api } = useApi()
  return useInfiniteQuery({
    queryKey: ['cases', filter],
    queryFn: async ({ pageParam }) =>
      answer(await api.GET('/cases', { params: { query: { ...filter, limit: 30, cursor: pageParam } } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    placeholderData: (previous) => previous,
  })
}

export function caseKey(caseId: string) {
  return ['case', caseId] as const
}

export function useCase(caseId: string) {
  const { api } = useApi()
  return useQuery({
    queryKey: caseKey(caseId),
    queryFn: async () => answer(await api.GET('/cases/{caseId}', { params: { path: { caseId } } })),
  })
}

export function useDiagram(caseId: string) {
  const { api } = useApi()
  return useQuery({
    queryKey: ['diagram', caseId],
    queryFn: async () => answer(await api.GET('/cases/{caseId}/diagram', { params: { path: { caseId } } })),
  })
}

export function useCaseForecast(caseId: string, enabled: boolean) {
  const { api } = useApi()
  return useQuery({
    queryKey: ['forecast', caseId],
    enabled,
    queryFn: async () => answer(await api.GET('/cases/{caseId}/forecast', { params: { path: { caseId } } })).items,
  })
}

/** Withdraws, urges, terminates or comments; the case as it is afterwards replaces the one shown. */
export function useCaseAction(caseId: string) {
  const { api } = useApi()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (body: CaseActionRequest) =>
      answer(await api.POST('/cases/{caseId}/actions', { params: { path: { caseId } }, body })),
    onSuccess: (changed) => {
      queries.setQueryData(caseKey(caseId), changed)
      for (const queryKey of [['cases'], ['tasks'], ['diagram', caseId], ['forecast', caseId], meKey])
        void queries.invalidateQueries({ queryKey })
    },
  })
}
