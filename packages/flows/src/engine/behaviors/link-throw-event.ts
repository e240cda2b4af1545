import type { Behavior } from './behavior.ts'

/**
 * Goes on at the link catch event of the same name in the same scope: a sequence flow that is not drawn.
 *
 * Source: BPMN 2.0.2, clause 13.5.2 (Intermediate Events), link.
 */
export const linkThrowEvent: Behavior = {
  handles: ['bpmn:IntermediateThrowEvent link'],
  enter(run, element, activationId) {
    if (element.event?.kind !== 'link') return
    const { name } = element.event
    const target = Object.values(run.definition.elements).find(
      ({ type, scope, event }) =>
        type === 'bpmn:IntermediateCatchEvent' &&
        scope === element.scope &&
        event?.kind === 'link' &&
        event.name === name,
    )
    const { scope } = run.activation(activationId)
    const from = run.close(activationId, element)
    if (target) run.send({ element: target.id, from, scope })
  },
}
