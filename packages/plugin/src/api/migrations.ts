import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useApi } from './api-context.tsx'
import { caseKey } from './cases.ts'
import { answer } from './problem.ts'

const RUNNING_MS = 1500

function migrationsKey(matter: string) {
  return ['admin', 'migrations', matter] as const
}

/** The migrations of a matter and its open cases by version; asked again and again while one is under way. */
export function useMigrations(matter: string) {
  const { api } = useApi()
  return useQuery({
    queryKey: migrationsKey(matter),
    queryFn: async () => answer(await api.GET('/admin/migrations', { params: { query: { matter } } })),
    refetchOnMount: 'always',
    refetchInterval: ({ state }) => (state.data?.items.some((item) => item.state === 'running') ? RUNNING_MS : false),
  })
}

export interface MigrationRange {
  matter: string
  from: number
  to: number
  /** Where the steps go that the newer version has no longer; null: given up. */
  mapping: Record<string, string | null>
  /** Only these of the open cases. */
  cases?: string[]
}

/** Says what a migration would come to, without moving anything. */
export function useMigrationSurvey() {
  const { api } = useApi()
  return useMutation({
    mutationFn: async (range: MigrationRange) =>
      answer(await api.POST('/admin/migrations', { body: { ...range, dryRun: true } })).survey,
  })
}

export function useStartMigration() {
  const { api } = useApi()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (range: MigrationRange) =>
      answer(await api.POST('/admin/migrations', { body: { ...range, dryRun: false } })),
    onSuccess: (_answer, { matter }) => void queries.invalidateQueries({ queryKey: migrationsKey(matter) }),
  })
}

export interface CaseMove {
  to: number
  /** The case as it was looked at; another one is refused. */
  version: number
  mapping: Record<string, string | null>
  reason: string
}

/** Moves one open case to another version of its matter. */
export function useMigrateCase(caseId: string) {
  const { api } = useApi()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (body: CaseMove) =>
      answer(await api.POST('/admin/cases/{caseId}/migrate', { params: { path: { caseId } }, body })),
    onSuccess: () => {
      for (const queryKey of [['cases'], ['tasks'], ['diagram', caseId], ['forecast', caseId], caseKey(caseId)])
        void queries.invalidateQueries({ queryKey })
    },
  })
}
