import type { FlowElement, ProcessDefinition } from '../../definition/process-definition.ts'
import { FlowError } from '../../errors.ts'
import { seatsDiffer } from '../../migration/fit.ts'
import { type MigrationMapping, mapped } from '../../migration/mapping.ts'
import { type Move, planMigration } from '../../migration/plan.ts'
import { cancelWaits } from '../cancel-waits.ts'
import { PROCESS } from '../event-sub-processes.ts'
import type { Names } from '../rename.ts'
import { attachedTo, type Before, rewait } from '../rewait.ts'
import { askAnew } from '../round/ask-anew.ts'
import { runRound } from '../round/run-round.ts'
import type { Run } from '../run.ts'
import { unfolded } from '../state.ts'
import { giveUpAside } from '../straight-back.ts'
import type { Handler } from './handler.ts'
import { readMigrate } from './read-migrate.ts'

/**
 * Moves the case from the version `from` of its flow to the one that `advance` is called with. Tokens, rounds with their
 * seats and decisions, timers, subscriptions, services and waiting arrivals go along, and so does what may be returned to.
 *
 * @throws FlowError `COMMAND_INVALID`; `MIGRATION_REFUSED` with what `preflight` says, when that is not `moves`;
 *   `NOBODY_FOUND` for a round that is opened anew, `TIME_INVALID` for a timer that is set
 */
export const migrate: Handler<'migrate'> = (run, command) => {
  const { by, from: old, mapping, reopen, rearm } = readMigrate(command)
  const to = run.definition
  const plan = planMigration(old, to, mapping, unfolded(run.state.toInstance()))
  if (plan.verdict !== 'moves') throw new FlowError('MIGRATION_REFUSED', { ...plan })
  const before = waitsBefore(run, old, mapping)
  giveUpWaits(run, plan)
  const names = namesOf(old, to, mapping)
  dropLostWaits(run, names)
  run.emit({ type: 'ProcessMigrated', by, processId: to.id, names, forgotten: plan.forgotten })
  for (const { activation, flow } of plan.passed) passOn(run, activation, flow)
  goOn(run, before, reopen, rearm)
  run.disturb()
}

/** What is open, with the element that it was and what waited on its behalf, by the ids of the newer version. */
function waitsBefore(run: Run, from: ProcessDefinition, mapping: MigrationMapping): Map<number, Before> {
  const before = (element: FlowElement | undefined): Before => ({
    ...(element && { element }),
    attached: new Map(
      attachedTo(from, element).flatMap((id): [string, FlowElement][] => {
        const [now, old] = [mapped(mapping, run.definition.elements, id), from.elements[id]]
        return now && old ? [[now, old]] : []
      }),
    ),
  })
  const open = run.state.activations.filter(({ done }) => done === undefined)
  return new Map([
    [PROCESS, before(undefined)],
    ...open.map(({ id, element }): [number, Before] => [id, before(from.elements[element])]),
  ])
}

/** What the newer version has no place for waits no more, under its old name; what is given up is left. */
function giveUpWaits(run: Run, { givenUp, passed, closed }: Move): void {
  for (const id of closed) giveUpAside(run, id)
  for (const id of [...givenUp.activations, ...passed.map(({ activation }) => activation)]) {
    giveUpAside(run, id)
    cancelWaits(run, id, 'migrated')
  }
  for (const id of givenUp.activations) leave(run, id)
}

function leave(run: Run, activationId: number): void {
  const { element: elementId } = run.activation(activationId)
  run.emit({ type: 'ElementLeft', elementId, activationId, interrupted: true })
}

/** A token goes on along a flow from a step that is gone. Left only now: what it came from may have been forgotten. */
function passOn(run: Run, activationId: number, flow: string): void {
  const { from, scope } = run.activation(activationId)
  leave(run, activationId)
  run.emit({ type: 'SequenceFlowTaken', sequenceFlowId: flow })
  run.send({ element: run.definition.sequenceFlows[flow]?.target ?? '', flow, from, scope })
}

function dropLostWaits(run: Run, names: Names): void {
  const isLost = (id: string) => names[id] === null
  for (const { id, element } of run.state.timers.filter(({ element }) => isLost(element))) {
    run.emit({ type: 'TimerCancelled', timerId: id, elementId: element })
  }
  for (const { id, element } of run.state.subscriptions.filter(({ element }) => isLost(element))) {
    run.emit({ type: 'SubscriptionClosed', subscriptionId: id, elementId: element, delivered: false })
  }
}

/** Every id that is another one now, or none. */
function namesOf(from: ProcessDefinition, to: ProcessDefinition, mapping: MigrationMapping): Names {
  const pairs = (before: Readonly<Record<string, unknown>>, after: Readonly<Record<string, unknown>>) =>
    Object.keys(before).flatMap((id): [string, string | null][] => {
      const now = mapped(mapping, after, id) ?? null
      return now === id ? [] : [[id, now]]
    })
  return Object.fromEntries([...pairs(from.elements, to.elements), ...pairs(from.sequenceFlows, to.sequenceFlows)])
}

function goOn(
  run: Run,
  before: ReadonlyMap<number, Before>,
  reopen: ReadonlySet<string>,
  rearm: ReadonlySet<string>,
): void {
  const open = run.state.activations.filter(({ done }) => done === undefined).map(({ id }) => id)
  for (const id of [PROCESS, ...open]) rewait(run, id, before.get(id) ?? { attached: new Map() }, rearm)
  for (const id of open) {
    // Closing one round may break another off.
    const activation = run.state.activations.find((one) => one.id === id && one.done === undefined)
    if (!activation?.round || activation.round.resubmit) continue
    const element = run.element(activation.element)
    const old = before.get(id)?.element
    if (reopen.has(element.id) || (old && seatsDiffer(old, element))) askAnew(run, element, id)
    else runRound(run, element, id)
  }
}
