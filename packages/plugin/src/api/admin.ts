import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useApi } from './api-context.tsx'
import type { Api } from './client.ts'
import { ApiProblem, answer } from './problem.ts'
import type { Definition, ImportGuess } from './types.ts'

export type Collection = 'forms' | 'flows' | 'matters' | 'registers'

/** The shape of a kind's addresses: they are the same for every kind. */
type Path<Rest extends string> = `/admin/matters/{key}${Rest}`

function at<Rest extends '' | '/draft' | '/check' | '/diff' | '/impact' | '/versions'>(
  collection: Collection,
  rest: Rest,
): Path<Rest> {
  return `/admin/${collection}/{key}${rest}` as Path<Rest>
}

function keyOf(collection: Collection, key: string, part: string) {
  return ['admin', collection, key, part] as const
}

/** Every matter, published or drafted. */
export function useAdminMatters() {
  const { api } = useApi()
  return useQuery({
    queryKey: ['admin', 'matters'],
    queryFn: async () => answer(await api.GET('/admin/matters')).items,
  })
}

/**
 * What is published and the draft. Asked once: whoever edits owns the content from then on, and a window that comes to the
 * front must not change it under their hands.
 */
export function useDefinition(collection: Collection, key: string | undefined) {
  const { api } = useApi()
  return useQuery({
    queryKey: keyOf(collection, key ?? '', 'definition'),
    queryFn: async () =>
      answer(await api.GET(at(collection, ''), { params: { path: { key: key ?? '' } } })) as Definition,
    enabled: key !== undefined,
    refetchOnWindowFocus: false,
    refetchOnMount: 'always',
    gcTime: 0,
  })
}

/** What definitions may name. */
export function useVocabulary() {
  const { api } = useApi()
  return useQuery({
    queryKey: ['admin', 'vocabulary'],
    queryFn: async () => answer(await api.GET('/admin/vocabulary')),
    refetchOnWindowFocus: false,
  })
}

/** Everything wrong with the drafts of a matter. */
export function useCheck(matterKey: string) {
  const { api } = useApi()
  return useQuery({
    queryKey: keyOf('matters', matterKey, 'check'),
    queryFn: async () =>
      answer(await api.POST(at('matters', '/check'), { params: { path: { key: matterKey } }, body: {} as never })),
    refetchOnMount: 'always',
  })
}

export function useDefinitionDiff(matterKey: string) {
  const { api } = useApi()
  return useQuery({
    queryKey: keyOf('matters', matterKey, 'diff'),
    queryFn: async () =>
      answer(await api.GET(at('matters', '/diff'), { params: { path: { key: matterKey } } })).changes,
    refetchOnMount: 'always',
  })
}

export function useImpact(matterKey: string) {
  const { api } = useApi()
  return useQuery({
    queryKey: keyOf('matters', matterKey, 'impact'),
    queryFn: async () => answer(await api.GET(at('matters', '/impact'), { params: { path: { key: matterKey } } })),
    refetchOnMount: 'always',
  })
}

export function usePublish(matterKey: string) {
  const { api } = useApi()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async ({ note, etag }: { note: string; etag: string }) =>
      answer(
        await api.POST(at('matters', '/versions'), {
          params: { path: { key: matterKey } },
          body: { note },
          headers: { 'If-Match': `"${etag}"` },
        }),
      ),
    onSuccess: () => {
      for (const queryKey of [['admin'], ['matters']]) void queries.invalidateQueries({ queryKey })
    },
  })
}

/** Every version of a matter, the newest first. */
export function useVersions(matterKey: string) {
  const { api } = useApi()
  return useQuery({
    queryKey: keyOf('matters', matterKey, 'versions'),
    queryFn: async () =>
      answer(await api.GET('/admin/matters/{key}/versions', { params: { path: { key: matterKey } } })).items,
    refetchOnMount: 'always',
  })
}

/** What changed in a matter, its form and its flow from one version to another; versions never change. */
export function useVersionDiff(matterKey: string, from: number, to: number) {
  const { api } = useApi()
  return useQuery({
    queryKey: [...keyOf('matters', matterKey, 'compare'), from, to],
    queryFn: async () => {
      const params = { path: { key: matterKey, version: to }, query: { from } }
      return answer(await api.GET('/admin/matters/{key}/versions/{version}/diff', { params })).changes
    },
    enabled: from !== to,
    staleTime: Number.POSITIVE_INFINITY,
  })
}

/** Makes drafts of what a version held; the drafts there were are those of the check. */
export function useRestoreVersion(matterKey: string) {
  const { api } = useApi()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async ({ version, etag }: { version: number; etag: string }) =>
      answer(
        await api.POST('/admin/matters/{key}/versions/{version}/restore', {
          params: { path: { key: matterKey, version } },
          body: {} as never,
          headers: { 'If-Match': `"${etag}"` },
        }),
      ).parts,
    onSettled: () => void queries.invalidateQueries({ queryKey: ['admin'] }),
  })
}

/** Somebody else has saved the draft since it was read. */
export interface DraftConflict {
  status: 412
  theirs?: { content: unknown; etag: string }
  updatedBy: string
  updatedAt: string
  /** How the other's draft differs from mine, in words. */
  changes: string[]
}

export interface DraftToSave {
  content: string | Record<string, unknown>
  /** What an import guessed; left out, it stays as it is. */
  report?: ImportGuess[] | null
}

/**
 * Saves drafts with the etag that was read.
 *
 * @throws DraftConflict when somebody else has saved since; ApiProblem for every other refusal
 */
export function useSaveDraft() {
  const { api } = useApi()
  const queries = useQueryClient()
  return useMemo(
    () => async (collection: Collection, key: string, draft: DraftToSave, etag: string) => {
      const saved = await saveDraft(api, collection, key, draft, etag)
      for (const part of ['check', 'diff', 'impact']) {
        void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] === 'admin' && queryKey[3] === part })
      }
      return saved
    },
    [api, queries],
  )
}

async function saveDraft(api: Api, collection: Collection, key: string, draft: DraftToSave, etag: string) {
  const result = await api.PUT(at(collection, '/draft'), {
    params: { path: { key } },
    body: draft as never,
    headers: { 'If-Match': `"${etag}"` },
  })
  try {
    return answer(result)
  } catch (error) {
    throw error instanceof ApiProblem && error.status === 412 ? conflictOf(error) : error
  }
}

function conflictOf({ members }: ApiProblem): DraftConflict {
  const { theirs, etag, updatedBy, updatedAt, changes } = members
  return {
    status: 412,
    ...(theirs !== undefined && { theirs: { content: theirs, etag: String(etag) } }),
    updatedBy: String(updatedBy ?? ''),
    updatedAt: String(updatedAt ?? ''),
    changes: Array.isArray(changes) ? changes.map(({ message }) => String(message)) : [],
  }
}

export function isDraftConflict(error: unknown): error is DraftConflict {
  return typeof error === 'object' && error !== null && 'status' in error && error.status === 412
}

/** A form from the tables of a Word or Excel file. */
export function useImportForm() {
  const { api } = useApi()
  return useMutation({
    mutationFn: async (file: File) => {
      const body = new FormData()
      body.append('file', file, file.name)
      return answer(
        await api.POST('/admin/forms/import', { body: body as never, bodySerializer: (form) => form as never }),
      )
    },
  })
}
