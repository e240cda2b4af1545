import type { Command } from '../engine/command.ts'
import type { Instance } from '../engine/instance.ts'
import { openTasks } from '../engine/open-tasks.ts'
import { waitsOf } from '../engine/waits.ts'
import { decisionOf } from './decision-of.ts'
import { type Place, running } from './place.ts'

/** A command for every task and every service that is open, in the order in which they opened. */
export function allOpen(place: Place, decision: string | undefined): Command[] {
  const instance = running(place)
  return waitsOf(place.definition, instance).flatMap((wait): Command[] => {
    const { taskId, people, activationId } = wait
    if (taskId !== undefined) {
      const by = people[0] ?? 'somebody'
      return [{ type: 'complete', taskId, by, decision: decision ?? decisionOf(place.definition, wait) }]
    }
    const service = instance.services.find(({ activation }) => activation === activationId)
    return service ? [{ type: 'completeService', serviceId: service.id }] : []
  })
}

/** Whether what it speaks of is still open, and waits for nobody else. */
export function canBeCompleted(instance: Instance, command: Command): boolean {
  if (instance.status !== 'running') return false
  if (command.type === 'complete') {
    return openTasks(instance).some(({ taskId, waits }) => taskId === command.taskId && !waits)
  }
  return command.type === 'completeService' && instance.services.some(({ id }) => id === command.serviceId)
}
