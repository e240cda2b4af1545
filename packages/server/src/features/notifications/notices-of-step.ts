import type { Event, Instance, ProcessDefinition } from '@zhupi/flows'
import { isAdministratorRole } from '../../http/actor.ts'
import type { Directory } from '../../ports/directory/directory.ts'
import { nameOfElement } from '../cases/element-name.ts'
import type { StepEffects } from '../cases/step-effects.ts'
import type { Notice } from './notice.ts'

export interface NotifiedStep {
  events: readonly Event[]
  effects: Pick<StepEffects, 'tasks'>
  flow: ProcessDefinition
  /** After the command. */
  instance: Instance
  initiatorId: string
  /** Who acted, and is told nothing of it. */
  by: string | undefined
  directory: Directory
}

/** Whom a command tells, and of what. Pure. */
export function noticesOfStep(step: NotifiedStep): Notice[] {
  const notices = [...openedTasks(step), ...step.events.flatMap((event) => noticesOfEvent(event, step))]
  return notices
    .map((notice) => ({ ...notice, to: [...new Set(notice.to)].filter((id) => id !== step.by) }))
    .filter(({ to }) => to.length > 0)
}

function openedTasks({ effects, events }: NotifiedStep): Notice[] {
  const returnedTo = new Set(events.flatMap((event) => (event.type === 'Returned' ? [event.to] : [])))
  const notices = new Map<string, Notice & { to: string[] }>()
  for (const { id, state, personId, elementId, elementName } of effects.tasks) {
    if (state !== 'open') continue
    const kind = returnedTo.has(elementId) ? 'returned' : 'task'
    const notice = notices.get(id) ?? { kind, to: [], task: id, element: elementName }
    notice.to.push(personId)
    notices.set(id, notice)
  }
  return [...notices.values()]
}

function noticesOfEvent(event: Event, { flow, instance, initiatorId, directory }: NotifiedStep): Notice[] {
  switch (event.type) {
    case 'TaskTransferred':
    case 'TaskDelegated':
    case 'TaskResolved': {
      const element = nameOfElement(flow, event.elementId)
      return [{ kind: 'task', to: [event.to], task: event.taskId, element }]
    }
    case 'CopySent':
      return [{ kind: 'copied', to: event.people }]
    case 'TasksOverdue': {
      if (event.done !== 'remind') return []
      const element = nameOfElement(flow, event.elementId)
      return event.taskIds.map((task) => ({ kind: 'overdue', to: holdersOf(instance, task), task, element }))
    }
    case 'IncidentRaised':
      return [{ kind: 'incident', to: administrators(directory), element: nameOfElement(flow, event.elementId) }]
    case 'TokensStuck':
      return [
        {
          kind: 'incident',
          to: administrators(directory),
          element: event.elementIds.map((id) => nameOfElement(flow, id)).join('、'),
        },
      ]
    case 'ProcessEnded':
      return [{ kind: 'ended', to: [initiatorId], status: event.status }]
    default:
      return []
  }
}

function holdersOf(instance: Instance, taskId: string): readonly string[] {
  for (const { round } of instance.activations) {
    const seat = round?.seats.find(({ task }) => task === taskId)
    if (seat) return seat.people
  }
  return []
}

/** The system administrators of the directory. */
function administrators(directory: Directory): string[] {
  return directory
    .people()
    .filter((person) => person.enabled && isAdministratorRole(person, 'administrator'))
    .map(({ id }) => id)
}
