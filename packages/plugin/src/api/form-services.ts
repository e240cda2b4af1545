import { useMemo } from 'react'
import { useApi } from './api-context.tsx'
import { answer } from './problem.ts'
import type { StoredFile } from './types.ts'

/** What a form asks of the server: files, the directory and, for a case, the values behind masks. */
export function useFormServices(caseId?: string) {
  const { api, baseUrl } = useApi()
  return useMemo(() => {
    const upload = async (file: Blob, name: string): Promise<StoredFile> => {
      const body = new FormData()
      body.append('file', file, name)
      return answer(await api.POST('/files', { body: body as never, bodySerializer: (form) => form as never }))
    }
    const reveal = async (path: string): Promise<string> => {
      const target = { params: { path: { caseId: caseId ?? '' } }, body: { path } }
      return String(answer(await api.POST('/cases/{caseId}/reveals', target)).value ?? '')
    }
    return {
      upload,
      fileUrl: (id: string) => `${baseUrl}/files/${encodeURIComponent(id)}`,
      findPeople: async (q: string) =>
        answer(await api.GET('/people', { params: { query: { q } } })).items.map(({ id, name, unitName }) => ({
          id,
          name,
          hint: unitName,
        })),
      findUnits: async (q: string) =>
        answer(await api.GET('/units', { params: { query: { q } } })).items.map(({ id, name, shortName }) => ({
          id,
          name,
          hint: shortName,
        })),
      ...(caseId ? { reveal } : {}),
    }
  }, [api, baseUrl, caseId])
}
