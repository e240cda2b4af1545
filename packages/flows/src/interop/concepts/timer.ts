import { parseCycle } from '../../engine/timer/iso-8601.ts'
import { readText } from '../texts.ts'
import type { Concept } from './concept.ts'

/** Times of timers: ISO 8601 as everywhere, or an expression. */
export const timer: Concept = (at) => {
  if (at.type !== 'bpmn:TimerEventDefinition') return
  for (const name of ['timeDate', 'timeDuration', 'timeCycle'] as const) {
    const held = at.element[name]
    const body = held?.body?.trim()
    if (!held || !body) continue
    const read = readText(body, at.diagram.renamed)
    if ('why' in read) {
      at.refused(name, body, read.why)
      continue
    }
    const { text } = read
    if (name === 'timeCycle' && !text.includes('{{') && parseCycle(text) === undefined) {
      at.refused(name, body, {
        zh: '循环写 ISO 8601，如 R/P1D，不写 cron',
        en: 'a cycle is ISO 8601 here, such as R/P1D, not cron',
      })
    } else if (text !== body) {
      held.body = text
      at.changed(body, text)
    }
  }
}
