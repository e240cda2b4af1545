import type { ProcessDefinition } from '../definition/process-definition.ts'
import type { Command } from '../engine/command.ts'
import type { Instance } from '../engine/instance.ts'
import { openTasks } from '../engine/open-tasks.ts'
import type { Wait } from '../engine/waits.ts'

/** A command that is assumed to be given, and the wait that it answers. */
export interface Assumed {
  wait: Wait
  command: Command
  /** Of a timer: when, ISO 8601 UTC. */
  at?: string
}

/**
 * What is assumed to happen next, of several waits the one that stands first: tasks are approved, services succeed,
 * messages and signals come. A timer fires only where nothing else is waited for, the earliest first. Nobody knows when a
 * condition will hold.
 *
 * @param decisions what is decided otherwise, by element id
 */
export function assumeNext(
  definition: ProcessDefinition,
  instance: Instance,
  waits: readonly Wait[],
  decisions: Readonly<Record<string, string>>,
): Assumed | undefined {
  const assumed = waits.flatMap((wait) => answerTo(definition, instance, wait, decisions) ?? [])
  const first = (one: Assumed, other: Assumed) => ((other.at ?? '') < (one.at ?? '') ? other : one)
  return assumed.length === 0 ? undefined : assumed.reduce(first)
}

function answerTo(
  definition: ProcessDefinition,
  instance: Instance,
  wait: Wait,
  decisions: Readonly<Record<string, string>>,
): Assumed | undefined {
  const { elementId, activationId, kind, taskId } = wait
  const isHere = (thing: { activation: number; element: string }) =>
    thing.activation === activationId && thing.element === elementId
  if (taskId !== undefined) return completion(definition, instance, wait, taskId, decisions)
  if (kind === 'timer') {
    const timer = instance.timers.find(isHere)
    return timer && { wait, command: { type: 'fireTimer', timerId: timer.id }, at: timer.at }
  }
  if (kind === 'service') {
    const service = instance.services.find(isHere)
    return service && { wait, command: { type: 'completeService', serviceId: service.id } }
  }
  const subscription = instance.subscriptions.find(isHere)
  if (subscription?.kind === 'signal') return { wait, command: { type: 'broadcastSignal', name: subscription.name } }
  if (subscription?.kind === 'message') {
    const { name, key } = subscription
    return { wait, command: { type: 'deliverMessage', name, correlationKey: key ?? undefined, elementId } }
  }
  return kind === 'receive' ? { wait, command: { type: 'trigger', elementId, activationId } } : undefined
}

/** Of a task for which others are to decide first there is none. */
function completion(
  definition: ProcessDefinition,
  instance: Instance,
  wait: Wait,
  taskId: string,
  decisions: Readonly<Record<string, string>>,
): Assumed | undefined {
  const task = openTasks(instance).find((open) => open.taskId === taskId)
  if (!task || task.waits) return undefined
  const by = task.candidates[0] ?? instance.initiator
  const decision = task.resubmit ? 'submit' : (decisions[wait.elementId] ?? favourable(definition, wait.elementId))
  return { wait, command: { type: 'complete', taskId, by, decision } }
}

/** Approving, or the first outcome of a step that has no approval. */
function favourable(definition: ProcessDefinition, elementId: string): string {
  const approval = definition.elements[elementId]?.approval
  return !approval || approval.actions.includes('approve') ? 'approve' : (approval.outcomes[0] ?? 'approve')
}
