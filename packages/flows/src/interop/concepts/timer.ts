import { parseCycle } from '../../engine/timer/iso-8601.ts'
import type { Concept } from './concept.ts'

/** Times of timers: ISO 8601 as everywhere, or an expression. */
export const timer: Concept = (at) => {
  if (at.type !== 'bpmn:TimerEventDefinition') return
  for (const name of ['timeDate', 'timeDuration', 'timeCycle'] as const) {
    const held = at.element[name]
    const body = held?.body?.trim()
    if (!held || !body) continue
    const text = at.text(name, body)
    if (text === undefined) at.refused(name, body, 'without its time the timer cannot run')
    else if (name === 'timeCycle' && !text.includes('{{') && parseCycle(text) === undefined) {
      at.refused(name, body, 'a cycle is ISO 8601 here, such as R/P1D, not cron')
    } else if (text !== body) {
      held.body = text
      at.changed(body, text)
    }
  }
}
