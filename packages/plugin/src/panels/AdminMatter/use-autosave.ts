import { useCallback, useEffect, useRef, useState } from 'react'
import { type DraftConflict, isDraftConflict } from '../../api/admin.ts'

/** Where a draft stands. `invalid`: the server refused its content; it is tried again when it changes. */
export type SaveState = 'clean' | 'waiting' | 'saving' | 'saved' | 'failed' | 'invalid' | 'conflict'

export interface Autosave<T> {
  state: SaveState
  savedAt: string | undefined
  conflict: DraftConflict | undefined
  error: unknown
  /** Hands over the content that is to be saved. */
  change(content: T): void
  /** Saves my content over the other's draft, which is known by now. */
  keepMine(): void
  /** Goes on from the other's draft: nothing of mine is left to be saved. */
  takeTheirs(): void
}

const DELAY_MS = 1200
const RETRY_MS = 8000

/** Saves content a moment after the last change, one request at a time, always with the etag that was read last. */
export function useAutosave<T>(
  firstEtag: string,
  save: (content: T, etag: string) => Promise<{ etag: string; updatedAt: string }>,
): Autosave<T> {
  const [state, setState] = useState<SaveState>('clean')
  const [savedAt, setSavedAt] = useState<string>()
  const [conflict, setConflict] = useState<DraftConflict>()
  const [error, setError] = useState<unknown>()
  const etag = useRef(firstEtag)
  const pending = useRef<{ content: T }>(undefined)
  const isBusy = useRef(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const latest = useRef(save)
  latest.current = save

  const flush = useCallback(async () => {
    const work = pending.current
    if (!work || isBusy.current) return
    isBusy.current = true
    pending.current = undefined
    setState('saving')
    try {
      const answer = await latest.current(work.content, etag.current)
      etag.current = answer.etag
      setSavedAt(answer.updatedAt)
      setState(pending.current ? 'waiting' : 'saved')
    } catch (refused) {
      pending.current ??= work
      setError(refused)
      if (isDraftConflict(refused)) {
        setConflict(refused)
        setState('conflict')
      } else if (isRefused(refused)) setState('invalid')
      else {
        setState('failed')
        timer.current = setTimeout(() => void flush(), RETRY_MS)
      }
      return
    } finally {
      isBusy.current = false
    }
    if (pending.current) void flush()
  }, [])

  // What was typed last is saved when the screen is left.
  useEffect(
    () => () => {
      clearTimeout(timer.current)
      void flush()
    },
    [flush],
  )

  return {
    state,
    savedAt,
    conflict,
    error,
    change(content) {
      pending.current = { content }
      if (conflict) return
      setState('waiting')
      clearTimeout(timer.current)
      timer.current = setTimeout(() => void flush(), DELAY_MS)
    },
    keepMine() {
      if (conflict?.theirs) etag.current = conflict.theirs.etag
      setConflict(undefined)
      void flush()
    },
    takeTheirs() {
      if (conflict?.theirs) etag.current = conflict.theirs.etag
      pending.current = undefined
      setConflict(undefined)
      setState('clean')
    },
  }
}

/** The server looked at it and said no: the same again would be refused again. */
function isRefused(error: unknown): boolean {
  return (
    typeof error === 'object' &&
    error !== null &&
    'status' in error &&
    Number(error.status) >= 400 &&
    Number(error.status) < 500
  )
}
