import type { Policies, Round as RoundRule } from '../../definition/approval.ts'
import type { FlowElement } from '../../definition/process-definition.ts'
import type { Seat } from '../instance.ts'
import { countsItself, decisionAt, placesOf } from './added-seats.ts'

/** A user task without our extension, and the start event after a return, ask one person and go on whatever they say. */
export function ruleOf(element: FlowElement | undefined): RoundRule {
  return element?.approval?.round ?? { type: 'single' }
}

export function onRejectOf(element: FlowElement | undefined): Policies['onReject'] {
  return element?.approval?.policies.onReject ?? 'continue'
}

/** The verdict by the rules of an element, in which seats that were added before or after another speak through it. */
export function roundOutcome(element: FlowElement | undefined, seats: readonly Seat[]): string | undefined {
  const rule = ruleOf(element)
  if (!seats.some(({ added }) => added)) return verdict(seats, rule, onRejectOf(element))
  const counted = placesOf(seats, countsItself).map((place) => ({
    ...seats[place],
    people: [],
    decision: decisionAt(seats, place),
  }))
  const together = rule.type === 'single' && counted.length > 1 ? { type: 'all' as const } : rule
  return verdict(counted, together, onRejectOf(element))
}

/**
 * The outcome of a round as soon as it is certain, else undefined.
 *
 * - `single`: the decision of the one seat, whatever it is.
 * - `all`, `sequential`: one reject rejects; approved when every seat approved.
 * - `any`: the first decision decides.
 * - `vote`: approved when the threshold is reached, rejected when it no longer can be.
 *
 * With `onReject: all` a reject alone decides nothing: rejected when every seat rejected, else the approvals count.
 * A round without seats (nobody was found, and the policy skips) is approved.
 */
export function verdict(seats: readonly Seat[], rule: RoundRule, onReject: Policies['onReject']): string | undefined {
  if (rule.type === 'single') return seats.length === 0 ? 'approve' : seats[0]?.decision
  const rejects = seats.filter(({ decision }) => decision === 'reject').length
  const decided = seats.filter(({ decision }) => decision !== undefined).length
  const approvals = decided - rejects
  const complete = decided === seats.length

  if (rule.type === 'vote') return voted(seats, rule)
  if (rejects > 0 && onReject !== 'all') return 'reject'
  if (rule.type === 'any' && approvals > 0) return 'approve'
  if (!complete) return undefined
  return approvals > 0 || seats.length === 0 ? 'approve' : 'reject'
}

/** Without a threshold more than half is needed. A share is one of all seats, also of those not decided yet. */
function voted(seats: readonly Seat[], { threshold, by }: RoundRule): string | undefined {
  const weigh = ({ weight = 1 }: Seat) => (by === 'weight' ? weight : 1)
  const sum = (some: readonly Seat[]) => some.reduce((total, seat) => total + weigh(seat), 0)
  const total = sum(seats)
  const approved = sum(seats.filter(({ decision }) => decision !== undefined && decision !== 'reject'))
  const open = sum(seats.filter(({ decision }) => decision === undefined))
  const reaches = (votes: number) => {
    if (threshold === undefined) return votes * 2 > total
    // Sums of shares such as 0.1 + 0.2 are not exact.
    return votes >= (by === 'share' ? threshold * total : threshold) - 1e-9
  }
  if (reaches(approved)) return 'approve'
  return reaches(approved + open) ? undefined : 'reject'
}
