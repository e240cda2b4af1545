import type { Definition } from '../../api/types.ts'

/** What a definition says now: its draft, or what is published. */
export function settingsOf({ draft, published }: Definition): Record<string, unknown> {
  return (draft ?? published)?.content as Record<string, unknown>
}
