import { useCallback, useEffect, useRef, useState } from 'react'
import { useApi } from '../../api/api-context.tsx'
import { ApiProblem, answer } from '../../api/problem.ts'
import type { Draft, Matter } from '../../api/types.ts'
import type { DraftState } from './draft-state.ts'

/** Waits in milliseconds: after the last key, and before a failed save is repeated. */
export interface DraftPauses {
  afterKeyMs: number
  retryMs: number
}

const PAUSES: DraftPauses = { afterKeyMs: 2000, retryMs: 5000 }

type Values = Record<string, unknown>

/**
 * Keeps what is filled in on the server: two seconds after the last key, again when that failed, and never over the
 * draft of another device.
 */
export function useDraft(matter: Matter, pauses = PAUSES) {
  const { api } = useApi()
  const [state, setState] = useState<DraftState>(() =>
    matter.draft ? { kind: 'saved', at: matter.draft.updatedAt } : { kind: 'untouched' },
  )
  const version = useRef(matter.draft?.version ?? 0)
  const latest = useRef<Values>()
  const timer = useRef<ReturnType<typeof setTimeout>>()
  const target = useRef({ params: { path: { key: matter.key } } }).current

  const save = useCallback(async (): Promise<void> => {
    clearTimeout(timer.current)
    const values = latest.current
    if (!values) return
    setState({ kind: 'saving' })
    try {
      const body = { values, version: version.current }
      const draft = answer(await api.PUT('/matters/{key}/draft', { ...target, body })) as Draft
      version.current = draft.version
      // Typed while it was sent: this will be saved in its turn.
      setState(latest.current === values ? { kind: 'saved', at: draft.updatedAt } : { kind: 'waiting' })
    } catch (error) {
      const other = error instanceof ApiProblem && error.status === 409 ? await readDraft() : undefined
      if (other) return setState({ kind: 'conflict', other })
      setState({ kind: 'failed', error })
      timer.current = setTimeout(() => void save(), pauses.retryMs)
    }
    async function readDraft(): Promise<Draft | undefined> {
      return answer(await api.GET('/matters/{key}', target)).draft ?? undefined
    }
  }, [api, target, pauses.retryMs])

  const change = useCallback(
    (values: Values) => {
      latest.current = values
      clearTimeout(timer.current)
      setState((before) => (before.kind === 'conflict' ? before : { kind: 'waiting' }))
      timer.current = setTimeout(() => void save(), pauses.afterKeyMs)
    },
    [save, pauses.afterKeyMs],
  )

  useEffect(() => () => clearTimeout(timer.current), [])
  useEffect(() => {
    const unsaved = state.kind === 'waiting' || state.kind === 'saving' || state.kind === 'failed'
    if (!unsaved) return
    const handleLeave = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', handleLeave)
    return () => window.removeEventListener('beforeunload', handleLeave)
  }, [state.kind])

  return {
    state,
    change,
    save,
    /** Ends saving: the application is on its way. */
    stop: useCallback(() => {
      clearTimeout(timer.current)
      latest.current = undefined
    }, []),
    /** This device's values replace the other's draft. */
    keepMine(other: Draft) {
      version.current = other.version
      void save()
    },
    /** The other device's draft is shown from now on. */
    takeOther(other: Draft) {
      clearTimeout(timer.current)
      version.current = other.version
      latest.current = undefined
      setState({ kind: 'saved', at: other.updatedAt })
    },
  }
}
