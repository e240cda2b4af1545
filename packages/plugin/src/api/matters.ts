import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { useApi } from './api-context.tsx'
import { meKey } from './me.ts'
import { answer } from './problem.ts'
import { createRequestKeys } from './request-key.ts'

const mattersKey = ['matters'] as const

export function matterKey(key: string) {
  return ['matter', key] as const
}

/** What the person may apply for. */
export function useMatters() {
  const { api } = useApi()
  return useQuery({ queryKey: mattersKey, queryFn: async () => answer(await api.GET('/matters')).items })
}

/** All that the apply page needs. Asked once: the page owns the values from then on. */
export function useMatter(key: string) {
  const { api } = useApi()
  return useQuery({
    queryKey: matterKey(key),
    queryFn: async () => answer(await api.GET('/matters/{key}', { params: { path: { key } } })),
    refetchOnWindowFocus: false,
    refetchOnMount: 'always',
    gcTime: 0,
  })
}

/** Who would decide, in which order, if these values were submitted. */
export function useForecastPreview(key: string, values: Record<string, unknown>) {
  const { api } = useApi()
  return useQuery({
    queryKey: ['forecast-preview', key, values],
    queryFn: async () =>
      answer(await api.POST('/matters/{key}/forecast', { params: { path: { key } }, body: { values } })).items,
    placeholderData: (previous) => previous,
    retry: false,
  })
}

/** Starts a case; the server throws the draft away. */
export function useStartCase(key: string) {
  const { api } = useApi()
  const queries = useQueryClient()
  const keys = useRef(createRequestKeys()).current
  return useMutation({
    mutationFn: async (values: Record<string, unknown>) => {
      const result = await api.POST('/matters/{key}/cases', {
        params: { path: { key } },
        body: { values },
        headers: { 'Idempotency-Key': keys.keyFor(values) },
      })
      keys.answered()
      return answer(result)
    },
    onSuccess: () => {
      for (const queryKey of [['cases'], mattersKey, meKey]) void queries.invalidateQueries({ queryKey })
    },
  })
}

export function useDiscardDraft() {
  const { api } = useApi()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (key: string) => answer(await api.DELETE('/matters/{key}/draft', { params: { path: { key } } })),
    onSuccess: () => {
      for (const queryKey of [mattersKey, meKey]) void queries.invalidateQueries({ queryKey })
    },
  })
}
