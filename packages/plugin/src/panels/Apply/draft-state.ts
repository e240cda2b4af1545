import type { Draft } from '../../api/types.ts'

/** How far what is on the screen is kept by the server. */
export type DraftState =
  | { kind: 'untouched' }
  /** Typed, and not yet sent. */
  | { kind: 'waiting' }
  | { kind: 'saving' }
  | { kind: 'saved'; at: string }
  /** Not kept; it is tried again by itself. */
  | { kind: 'failed'; error: unknown }
  /** Another device has saved since: the person decides. */
  | { kind: 'conflict'; other: Draft }
