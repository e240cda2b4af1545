import type { ModdleElement } from '../../definition/moddle-element.ts'
import { addDuration, parseCycle, parseInstant } from '../../engine/timer/iso-8601.ts'
import { nameOf, type Rule } from '../rule.ts'

const BEGINNING = '2026-01-01T00:00:00.000Z'

/** A timer whose text is no ISO 8601: it fails when a case comes to it. */
export const timerText: Rule = {
  name: 'timer-text',
  severity: 'error',
  check({ nodes }, report) {
    for (const node of nodes) {
      if (node.event !== 'Timer') continue
      const fault = faultOf(node.element.eventDefinitions?.[0])
      if (fault === undefined) continue
      report(node.id, {
        message: {
          zh: fault === '' ? `${nameOf(node)}没有写时间。` : `${nameOf(node)}的时间“${fault}”看不懂。`,
          en: fault === '' ? `${nameOf(node)} has no time.` : `The time “${fault}” of ${nameOf(node)} cannot be read.`,
        },
        help: {
          zh: '写 ISO 8601：时刻如 2026-10-01T09:00:00+08:00，时长如 P3D，循环如 R3/P1D。',
          en: 'Write ISO 8601: an instant such as 2026-10-01T09:00:00+08:00, a duration such as P3D, a cycle such as R3/P1D.',
        },
      })
    }
  },
}

function faultOf(definition: ModdleElement | undefined): string | undefined {
  const date = definition?.timeDate?.body?.trim()
  const duration = definition?.timeDuration?.body?.trim()
  const cycle = definition?.timeCycle?.body?.trim()
  const text = date || duration || cycle || ''
  if (text.includes('{{')) return undefined
  const read = date ? parseInstant(text) : duration ? addDuration(BEGINNING, text) : parseCycle(text)
  return read === undefined ? text : undefined
}
