import { throwUp } from '../throw-error.ts'
import type { Behavior } from './behavior.ts'

/**
 * Throws its error to the scopes around it. Where nobody catches it, the whole process has failed.
 *
 * Source: BPMN 2.0.2, clause 13.5.6 (End Events), error.
 */
export const errorEndEvent: Behavior = {
  handles: ['bpmn:EndEvent error'],
  enter(run, element, activationId) {
    const code = element.event?.kind === 'error' ? element.event.code : undefined
    const caught = throwUp(run, 'error', activationId, code)
    run.emit({ type: 'ErrorThrown', elementId: element.id, code, caught })
    if (!caught) run.end('failed', code)
  },
}
