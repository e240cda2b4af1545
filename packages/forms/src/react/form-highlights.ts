import type { Opinion } from '../paper/opinion.ts'

/** A field whose value was corrected since it was returned. */
export interface Correction {
  before: unknown
  after: unknown
  /** Instant, ISO 8601 UTC. */
  at: string
}

/** What stands out on the form of a task. Keys are paths of fields. */
export interface FormHighlights {
  corrected?: Record<string, Correction>
  /** The 意见栏 that waits for the reader. */
  mine?: string
  /** What the reader is about to write there. */
  preview?: Partial<Opinion>
  /** Who fills an 意见栏, in words: 由张店区工信局填写. */
  owners?: Record<string, string>
}
