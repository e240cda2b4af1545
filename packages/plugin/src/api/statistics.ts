import { useQuery } from '@tanstack/react-query'
import { useApi } from './api-context.tsx'
import { answer } from './problem.ts'

export interface StatisticFilter {
  matter?: string
  /** Months: `2026-03`. */
  from: string
  to: string
}

/** How many cases, how fast, how late. */
export function useStatistics(filter: StatisticFilter) {
  const { api } = useApi()
  return useQuery({
    queryKey: ['statistics', filter],
    queryFn: async () => answer(await api.GET('/admin/statistics', { params: { query: { ...filter } } })),
    placeholderData: (previous) => previous,
    staleTime: 60_000,
  })
}

/** Where the same is read as a workbook. */
export function useStatisticsFile(filter: StatisticFilter): string {
  const { baseUrl } = useApi()
  const query = new URLSearchParams(Object.entries(filter).filter(([, value]) => value !== undefined))
  return `${baseUrl}/admin/statistics/export.xlsx?${query}`
}
