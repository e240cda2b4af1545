import { type Clock, clockText, NANOS } from './clock.ts'
import { durationOf, FeelDuration } from './feel-duration.ts'
import { offsetAt, offsetZone, type Zone, zoneText } from './zone.ts'

/** A FEEL time: `10:30:00` of no place, `10:30:00+08:00` or `10:30:00@Asia/Shanghai`. */
export class FeelTime {
  constructor(
    readonly clock: Clock,
    readonly zone: Zone = null,
  ) {}

  get hour(): number {
    return Math.floor(this.clock.seconds / 3600)
  }
  get minute(): number {
    return Math.floor((this.clock.seconds % 3600) / 60)
  }
  get second(): number {
    return this.clock.seconds % 60
  }
  get timezone(): Zone {
    return this.zone
  }
  get 'time offset'(): FeelDuration | null {
    return this.zone === null ? null : new FeelDuration(0, offsetAt(this.zone, this.clock.seconds))
  }

  toString(): string {
    return clockText(this.clock) + zoneText(this.zone)
  }

  toJSON(): string {
    return this.toString()
  }
}

/** @returns null where there is no such time; `offset` is a duration of less than a day */
export function timeOf(hour: number, minute: number, second: number, offset?: FeelDuration | null): FeelTime | null {
  const [h, m, s] = [Math.trunc(hour), Math.trunc(minute), Math.trunc(second)]
  if (!(h >= 0 && h < 24 && m >= 0 && m < 60 && s >= 0 && s < 60)) return null
  const clock = { seconds: h * 3600 + m * 60 + s, nanos: 0 }
  if (!offset) return new FeelTime(clock)
  const shift = Math.trunc(offset.milliseconds() / 1000)
  return Math.abs(shift) < 86_400 ? new FeelTime(clock, offsetZone(shift)) : null
}

/** A time some seconds later, around midnight. */
export function addToTime({ clock, zone }: FeelTime, duration: FeelDuration): FeelTime {
  const nanos = clock.nanos + duration.nanos
  const carry = Math.floor(nanos / NANOS)
  const seconds = clock.seconds + duration.timePart + carry
  return new FeelTime({ seconds: ((seconds % 86_400) + 86_400) % 86_400, nanos: nanos - carry * NANOS }, zone)
}

export function subtractTimes(a: FeelTime, b: FeelTime): FeelDuration {
  return durationOf(0, a.clock.seconds - b.clock.seconds, a.clock.nanos - b.clock.nanos)
}
