/** A time of day: whole seconds since midnight and the nanoseconds of the second. */
export interface Clock {
  seconds: number
  nanos: number
}

export const NANOS = 1_000_000_000

/** `10:30:00`, with as many digits of the second as there are. */
export function clockText({ seconds, nanos }: Clock): string {
  const hours = Math.floor(seconds / 3600)
  const minutes = Math.floor((seconds % 3600) / 60)
  return `${two(hours)}:${two(minutes)}:${two(seconds % 60)}${fractionText(nanos)}`
}

/** `.5` for half a second, '' for none. */
export function fractionText(nanos: number): string {
  return nanos === 0 ? '' : `.${String(nanos).padStart(9, '0').replace(/0+$/, '')}`
}

export function two(number: number): string {
  return String(number).padStart(2, '0')
}

/** Nanoseconds of the digits behind the point. */
export function nanosOf(digits: string | undefined): number {
  return digits ? Number(digits.padEnd(9, '0')) : 0
}
