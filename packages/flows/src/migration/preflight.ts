import type { ProcessDefinition } from '../definition/process-definition.ts'
import type { Instance } from '../engine/instance.ts'
import { unfolded } from '../engine/state.ts'
import type { MigrationMapping } from './mapping.ts'
import { type MigrationNote, notesOf } from './notes.ts'
import { planMigration } from './plan.ts'
import type { MigrationDecision, MigrationProblem } from './problems.ts'

/** Whether a case can go on under another version of its flow. */
export type Preflight =
  /** `notes`: what that means for it, for people to read before they say yes. */
  | { verdict: 'moves'; notes: MigrationNote[] }
  /** Somebody must say where these go: put one of the candidates into the mapping. */
  | { verdict: 'needs-decision'; decisions: MigrationDecision[] }
  | { verdict: 'cannot'; problems: MigrationProblem[] }

/**
 * Looks whether a case may move from one version of its flow to another, without moving it. Where it says `moves`, the
 * command `migrate` with the same mapping succeeds, but for what the host answers (`NOBODY_FOUND` for a round that is
 * opened anew, `TIME_INVALID` for a timer that is set).
 *
 * @param mapping what has another id in the newer version; `diff(from, to).mapping` is a start
 */
export function preflight(
  from: ProcessDefinition,
  to: ProcessDefinition,
  mapping: MigrationMapping,
  instance: Instance,
): Preflight {
  const whole = unfolded(instance)
  const plan = planMigration(from, to, mapping, whole)
  return plan.verdict === 'moves' ? { verdict: 'moves', notes: notesOf(from, to, mapping, whole, plan) } : plan
}
