import { bareIdOf } from '../definition/element-key.ts'
import type { ProcessDefinition } from '../definition/process-definition.ts'
import type { SimulatorState } from '../simulate/simulator.ts'
import type { Text } from '../text.ts'
import { eventText } from './event-text.ts'
import { labelOf } from './label.ts'
import { KINDS, peopleText, STATUSES } from './words.ts'

/**
 * What a command did, for people who draw: a line for each thing that moved, in order, and at last, with `=` in front, where
 * the case stands: who is waited for, and which timers run.
 */
export function traceOf(definition: ProcessDefinition, state: SimulatorState): Text[] {
  return [...state.events.flatMap((event) => eventText(definition, event) ?? []), ...standing(definition, state)]
}

function standing(definition: ProcessDefinition, { status, waiting, timers }: SimulatorState): Text[] {
  if (status !== 'running') return [both((language) => `= ${STATUSES[status][language]}`)]
  const keys = Object.keys(definition.elements)
  const label = (id: string) => labelOf(definition, keys.find((key) => bareIdOf(key) === id) ?? id)
  return [
    ...waiting.map(({ element, kind, people }) => {
      const whom = kind === 'user' ? peopleText(people) : KINDS[kind]
      return { zh: `= 等待 ${label(element)}：${whom.zh}`, en: `= waits at ${label(element)} for ${whom.en}` }
    }),
    ...timers.map(({ element, at }) => both((language) => `= ${TIMER[language]} ${label(element)} ${at}`)),
  ]
}

const TIMER: Text = { zh: '计时', en: 'timer' }

function both(line: (language: keyof Text) => string): Text {
  return { zh: line('zh'), en: line('en') }
}
