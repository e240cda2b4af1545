import { later } from '../../clock.ts'
import type { Actor } from '../../http/actor.ts'

const CHINA_MS = 8 * 3_600_000

/** How cases are printed here. */
export interface PrintLook {
  /** Pale text across every page; `{person}` and `{day}` stand for who prints, and when. */
  watermark?: string | undefined
  /** CSS font families of the PDF, in place of the paper's; the machine must have them. */
  fonts?: string | undefined
}

/** The watermark of one print, such as “仅供内部 市人社局经办 2026-03-18”. */
export function watermarkFor({ watermark }: PrintLook, { person }: Actor, now: string): string | undefined {
  return watermark
    ?.replaceAll('{person}', () => person.name)
    .replaceAll('{day}', () => later(now, CHINA_MS).slice(0, 10))
}
