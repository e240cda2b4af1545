import { useQuery } from '@tanstack/react-query'
import { useApi } from './api-context.tsx'
import { answer } from './problem.ts'

export const meKey = ['me'] as const

/** The signed-in person, with the numbers of the menu. */
export function useMe() {
  const { api } = useApi()
  return useQuery({ queryKey: meKey, queryFn: async () => answer(await api.GET('/me')), refetchInterval: 60_000 })
}
