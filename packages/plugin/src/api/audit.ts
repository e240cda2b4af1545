import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useApi } from './api-context.tsx'
import { answer } from './problem.ts'
import type { AuditKind } from './types.ts'

export interface AuditFilter {
  kind?: AuditKind
  /** Id of a person. */
  person?: string
  /** Id of what was touched, whole. */
  object?: string
  /** Instants; `to` is not within. */
  from?: string
  to?: string
}

/** What was written down, the last first. */
export function useAudit(filter: AuditFilter) {
  const { api } = useApi()
  return useInfiniteQuery({
    queryKey: ['audit', filter],
    queryFn: async ({ pageParam }) =>
      answer(await api.GET('/admin/audit', { params: { query: { ...filter, limit: 50, cursor: pageParam } } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    placeholderData: (previous) => previous,
  })
}

/** Whether the chain fits from its first record to its last. A long one takes a while. */
export function useAuditVerification() {
  const { api } = useApi()
  return useQuery({
    queryKey: ['audit-verification'],
    queryFn: async () => answer(await api.GET('/admin/audit/verification')),
    staleTime: 60_000,
  })
}

/** Where the same records are read as a workbook. */
export function useAuditFile(filter: AuditFilter): string {
  const { baseUrl } = useApi()
  const query = new URLSearchParams(Object.entries(filter).filter(([, value]) => value !== undefined))
  return `${baseUrl}/admin/audit/export.xlsx?${query}`
}
