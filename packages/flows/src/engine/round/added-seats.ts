import type { Seat } from '../instance.ts'

/** Places of the seats that were added before or after the seat at this place. */
export function addedTo(seats: readonly Seat[], place: number, how: 'before' | 'after'): number[] {
  return placesOf(seats, ({ added, removed }) => !removed && added?.to === place && added.how === how)
}

/** Places of the seats for which `wanted` is true, in order. */
export function placesOf(seats: readonly Seat[], wanted: (seat: Seat, place: number) => boolean): number[] {
  const found: number[] = []
  seats.forEach((seat, place) => {
    if (wanted(seat, place)) found.push(place)
  })
  return found
}

/** False for what was taken away, and for a seat that speaks through the one before or after which it was added. */
export function countsItself({ added, removed }: Seat): boolean {
  return !removed && (added === undefined || added.how === 'beside')
}

/**
 * What a seat says once all that were added to it have spoken: a reject of theirs is a reject of the seat; their
 * approvals never replace its own decision.
 */
export function decisionAt(seats: readonly Seat[], place: number): string | undefined {
  const own = seats[place]?.decision
  const added = placesOf(seats, (seat) => !seat.removed && seat.added?.to === place && seat.added.how !== 'beside')
  const theirs = added.map((other) => decisionAt(seats, other))
  if (own === 'reject' || theirs.includes('reject')) return 'reject'
  return theirs.includes(undefined) ? undefined : own
}

/** True when everybody who was added before the seat has approved. */
export function isPrepared(seats: readonly Seat[], place: number): boolean {
  return addedTo(seats, place, 'before').every((other) => decisionAt(seats, other) !== undefined)
}

/** True when somebody has decided who waited for this seat: the one before whom it was added, at any depth. */
export function isHeard(seats: readonly Seat[], place: number): boolean {
  const added = seats[place]?.added
  if (!added || added.how === 'beside') return false
  return (added.how === 'before' && seats[added.to]?.decision !== undefined) || isHeard(seats, added.to)
}
