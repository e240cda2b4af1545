import type { FlowElement, ProcessDefinition } from '../definition/process-definition.ts'
import { behaviorOf } from '../engine/behaviors/index.ts'
import { around } from './around.ts'

/**
 * The first elements at which tokens would wait, or with which the process would end, if each of these elements were
 * entered (`left`: were left). Gateways and conditions go every way, and a step at which perhaps nobody is asked is passed
 * as well, so nothing that may come next is missing.
 */
export function firstWaits(
  definition: ProcessDefinition,
  { entered = [], left = [] }: { entered?: readonly string[]; left?: readonly string[] },
): string[] {
  const search = new Search(definition)
  for (const id of entered) search.enter(id)
  for (const id of left) search.leave(id)
  return [...search.found]
}

class Search {
  readonly found = new Set<string>()
  private readonly definition: ProcessDefinition
  private readonly entered = new Set<string>()
  private readonly left = new Set<string>()

  constructor(definition: ProcessDefinition) {
    this.definition = definition
  }

  enter(id: string): void {
    const element = this.definition.elements[id]
    if (!element || this.entered.has(id)) return
    this.entered.add(id)
    if (behaviorOf(element)?.waits) {
      this.found.add(id)
      if (mayBePassed(element)) this.leave(id)
      return
    }
    for (const start of element.starts ?? []) this.enter(start)
    // What is inside may be left at once: no instance, or nothing to compensate.
    const passes = !element.starts || element.loop !== undefined
    if (passes) this.leave(id)
  }

  leave(id: string): void {
    const element = this.definition.elements[id]
    if (!element || this.left.has(id)) return
    this.left.add(id)
    if (element.bodyOf !== undefined) {
      this.enter(id)
      this.leave(element.bodyOf)
      return
    }
    this.happensOnAccountOf(element)
    for (const flow of element.outgoing) this.enter(this.definition.sequenceFlows[flow]?.target ?? '')
    if (element.outgoing.length > 0) return
    for (const outer of around(this.definition, element)) this.leave(outer.id)
    if (element.scope === undefined && element.type === 'bpmn:EndEvent') this.found.add(id)
  }

  /** What an event that is thrown sets going. */
  private happensOnAccountOf(element: FlowElement): void {
    const { type, event } = element
    if (!event || !/EndEvent|ThrowEvent/.test(type)) return
    const all = Object.values(this.definition.elements)
    if (event.kind === 'compensate' || event.kind === 'cancel') {
      for (const { compensatedBy } of all) if (compensatedBy !== undefined) this.enter(compensatedBy)
    }
    if (event.kind === 'compensate') return
    for (const other of all) if (other !== element && isCaughtBy(element, other)) this.leave(other.id)
  }
}

/** A step at which nobody may have to be asked, or a service that is not carried out twice. */
function mayBePassed({ approval, service }: FlowElement): boolean {
  const { nobody, self, repeat } = approval?.policies ?? {}
  return service?.once === true || nobody === 'skip' || self === 'skip' || (repeat !== undefined && repeat !== 'ask')
}

/** True where the other event may be what catches the one that is thrown. */
function isCaughtBy({ event: thrown, scope }: FlowElement, { type, event, scope: other }: FlowElement): boolean {
  if (!thrown || thrown.kind !== event?.kind || /EndEvent|ThrowEvent/.test(type)) return false
  if (thrown.kind === 'link' && event.kind === 'link') return thrown.name === event.name && scope === other
  if (thrown.kind === 'signal' && event.kind === 'signal') return thrown.name === event.name
  return thrown.kind === 'error' || thrown.kind === 'escalation' || thrown.kind === 'cancel'
}
