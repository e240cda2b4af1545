import { useCallback, useEffect, useRef, useState } from 'react'
import type { FormDefinition } from '../../schema/form-definition.ts'

/** Where the draft stands with the host. */
export type SaveState = 'clean' | 'saving' | 'saved' | 'failed' | 'conflict'

/** Thrown by `onSave` when somebody else has saved meanwhile (HTTP 412). */
export interface SaveConflict {
  status: 412
  /** The draft of the other, with its etag, where the host has it. */
  theirs?: { form: FormDefinition; etag: string }
}

export type SaveForm = (form: FormDefinition, etag: string) => Promise<{ etag: string }>

export interface Autosave {
  state: SaveState
  /** When it was last saved, in milliseconds. */
  savedAt: number | undefined
  conflict: SaveConflict | undefined
  /** The choice was put off; nothing is saved until it is made. */
  isPutOff: boolean
  putOff: (isPutOff: boolean) => void
  /** Saves over the other's draft, whose etag is known by now. */
  keepMine: () => void
  /** Goes on from the other's draft. */
  takeTheirs: (form: FormDefinition, etag: string) => void
}

const DELAY_MS = 1_500
const RETRY_MS = 8_000

/**
 * Saves the draft a moment after the last edit, one request at a time, always with the etag that was read last: nobody is
 * overwritten. After a failure it tries again; after a conflict it waits for a choice.
 */
export function useAutosave(form: FormDefinition, firstEtag: string, onSave: SaveForm, enabled: boolean): Autosave {
  const [state, setState] = useState<SaveState>('clean')
  const [savedAt, setSavedAt] = useState<number>()
  const [conflict, setConflict] = useState<SaveConflict>()
  const [isPutOff, putOff] = useState(false)
  const [attempt, setAttempt] = useState(0)
  const etag = useRef(firstEtag)
  const saved = useRef(form)
  const isBusy = useRef(false)
  const latest = useRef(onSave)
  latest.current = onSave

  const save = useCallback(async (now: FormDefinition) => {
    isBusy.current = true
    setState('saving')
    try {
      const answer = await latest.current(now, etag.current)
      etag.current = answer.etag
      saved.current = now
      setSavedAt(Date.now())
      setState('saved')
    } catch (error) {
      if (isConflict(error)) {
        setConflict(error)
        putOff(false)
        setState('conflict')
      } else setState('failed')
    } finally {
      isBusy.current = false
      setAttempt((count) => count + 1)
    }
  }, [])

  // biome-ignore lint/correctness/useExhaustiveDependencies: after each attempt it is looked whether there is more to save
  useEffect(() => {
    if (!enabled || conflict || form === saved.current || isBusy.current) return
    const timer = setTimeout(() => save(form), state === 'failed' ? RETRY_MS : DELAY_MS)
    return () => clearTimeout(timer)
  }, [form, enabled, conflict, attempt, save])

  return {
    state,
    savedAt,
    conflict,
    isPutOff,
    putOff,
    keepMine: () => {
      if (!conflict?.theirs) return
      etag.current = conflict.theirs.etag
      setConflict(undefined)
      save(form)
    },
    takeTheirs: (theirs, theirEtag) => {
      etag.current = theirEtag
      saved.current = theirs
      setConflict(undefined)
      setState('clean')
    },
  }
}

function isConflict(error: unknown): error is SaveConflict {
  return typeof error === 'object' && error !== null && 'status' in error && error.status === 412
}
