import type { FlowElement } from '../../definition/process-definition.ts'
import { cancelWaits } from '../cancel-waits.ts'
import { compensateNext } from '../compensation.ts'
import { fireBoundary } from '../fire-boundary.ts'
import type { Run } from '../run.ts'
import type { Behavior } from './behavior.ts'

/**
 * Cancels the transaction around it: breaks off all that goes on inside, compensates what was completed there, the last
 * completed first, and leaves the transaction by the cancel event on its edge. Nothing else can happen to the transaction
 * meanwhile but an error in what compensates, which leaves it at once.
 *
 * Source: BPMN 2.0.2, clause 13.3.4 (Transaction), 13.5.6 (End Events), cancel.
 */
export const cancelEndEvent: Behavior = {
  handles: ['bpmn:EndEvent cancel'],
  arrive(run, element, { scope }) {
    const transaction = transactionAround(run, scope)
    // It descends from the transaction alone: all that led here is broken off, and cannot be returned to.
    run.enter(element, { from: [transaction], scope: transaction })
  },
  enter(run, element, activationId) {
    const transaction = transactionAround(run, activationId)
    run.interruptInside(transaction, activationId)
    cancelWaits(run, transaction, 'interrupted')
    goOn(run, element, activationId)
  },
  emptied: goOn,
  resume() {
    // What compensates goes on by itself.
  },
  keeps: () => true,
  isScope: true,
}

function goOn(run: Run, _element: FlowElement, activationId: number): void {
  const transaction = transactionAround(run, activationId)
  if (compensateNext(run, activationId, { scopes: [transaction], brokenOff: true })) return
  const boundary = run
    .element(run.activation(transaction).element)
    .boundaries.map((id) => run.element(id))
    .find(({ event }) => event?.kind === 'cancel')
  if (boundary) fireBoundary(run, boundary, transaction)
}

function transactionAround(run: Run, scope: number | undefined): number {
  const around = run.activation(scope ?? 0)
  return run.element(around.element).type === 'bpmn:Transaction' ? around.id : transactionAround(run, around.scope)
}
