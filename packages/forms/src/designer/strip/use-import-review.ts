import { useCallback, useMemo, useState } from 'react'
import type { ImportGuess } from '../../word/import-guess.ts'

/** How sure a guess is: 把握大, 看一眼, 请您定. */
export type Sureness = 'sure' | 'look' | 'ask'

export function sureness({ confidence }: Pick<ImportGuess, 'confidence'>): Sureness {
  if (confidence >= 0.8) return 'sure'
  return confidence >= 0.5 ? 'look' : 'ask'
}

/** The guesses of an import, the least sure first, and which are settled. */
export interface ImportReview {
  guesses: readonly ImportGuess[]
  /** Guesses that wait for somebody to look, the least sure first. */
  open: readonly ImportGuess[]
  isClosed: boolean
  guessOf: (path: string) => ImportGuess | undefined
  confirm: (path: string) => void
  close: () => void
}

export function useImportReview(report: readonly ImportGuess[] | undefined): ImportReview {
  const [confirmed, setConfirmed] = useState<ReadonlySet<string>>(new Set())
  const [isClosed, setClosed] = useState(false)
  const guesses = useMemo(() => [...(report ?? [])].sort((a, b) => a.confidence - b.confidence), [report])
  const open = guesses.filter((guess) => sureness(guess) !== 'sure' && !confirmed.has(guess.path))
  return {
    guesses,
    open,
    isClosed,
    guessOf: (path) => open.find((guess) => guess.path === path),
    confirm: useCallback((path) => setConfirmed((old) => new Set([...old, path])), []),
    close: useCallback(() => setClosed(true), []),
  }
}
