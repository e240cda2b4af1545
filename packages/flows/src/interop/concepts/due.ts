import { addDuration } from '../../engine/timer/iso-8601.ts'
import { of } from '../foreign-element.ts'
import type { Concept } from './concept.ts'

const BEGINNING = '2026-01-01T00:00:00.000Z'

/** When a user task is due. Only a duration has a counterpart: a step here is due so long after it began. */
export const due: Concept = (at) => {
  if (at.type !== 'bpmn:UserTask') return
  const [schedule] = at.takeExtensions('taskSchedule')
  const text = at.take('dueDate') ?? of(schedule, 'dueDate')
  if (text !== undefined) {
    const after = at.text('dueDate', text)
    const isDuration = after !== undefined && addDuration(BEGINNING, after) !== undefined
    if (isDuration) at.add(`dueDate="${text}"`, 'due', { after })
    else if (after !== undefined)
      at.dropped('dueDate', text, {
        zh: '步骤的期限从开始起算一段时长，不是某个日期',
        en: 'a step is due a duration after it began, not on a date',
      })
  }
  const followUp = at.take('followUpDate') ?? of(schedule, 'followUpDate')
  if (followUp !== undefined)
    at.dropped('followUpDate', followUp, { zh: '步骤没有跟进日期', en: 'steps have no follow-up date' })
}
