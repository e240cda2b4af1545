import { useQuery } from '@tanstack/react-query'
import { useApi } from './api-context.tsx'
import { answer } from './problem.ts'

/** People to choose from, by a part of their name. */
export function usePeople(q: string) {
  const { api } = useApi()
  return useQuery({
    queryKey: ['people', q],
    queryFn: async () => answer(await api.GET('/people', { params: { query: { q } } })).items,
    placeholderData: (previous) => previous,
  })
}
