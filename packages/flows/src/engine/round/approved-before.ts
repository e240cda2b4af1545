import type { Activation } from '../instance.ts'
import { isInOtherInstance } from '../instances.ts'
import type { Run } from '../run.ts'

/**
 * People whose approval led to an activation: of the rounds directly before it (`skipAdjacent`), or of all (`skipEver`).
 * A return is a border: what was approved before it does not speak for what is opened after it. So is an instance of a
 * multi-instance activity: who approved one entry has not approved another, nor the whole.
 */
export function approvedBefore(run: Run, activation: Activation, scope: 'skipAdjacent' | 'skipEver'): Set<string> {
  const people = new Set<string>()
  const byId = new Map(run.state.activations.map((candidate) => [candidate.id, candidate]))
  const seen = new Set<number>()
  const pending = activation.anew ? [] : [...activation.from]
  for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
    const before = byId.get(id)
    if (!before || seen.has(id)) continue
    seen.add(id)
    const ofSibling = isInOtherInstance(run.state.activations, before, activation)
    for (const { by, decision } of ofSibling ? [] : (before.round?.seats ?? [])) {
      if (by !== undefined && decision === 'approve') people.add(by)
    }
    const furtherBack = scope === 'skipEver' || !before.round
    if (furtherBack && !before.anew) pending.push(...before.from)
  }
  return people
}
