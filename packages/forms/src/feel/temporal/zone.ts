import { spend } from '../evaluation.ts'
import { DAY_SECONDS, daysOf } from './calendar.ts'
import { two } from './clock.ts'

/** A zone: `UTC`, `+08:00`, `+05:30:15`, or a name of the IANA data base; null is local. */
export type Zone = string | null

const FIXED = /^([+-])(\d{2}):(\d{2})(?::(\d{2}))?$/

/** Splits `Z`, `+08:00` or `@Asia/Shanghai` off the end of a text. */
export function splitZone(text: string): { value: string; zone: Zone } {
  const at = text.indexOf('@')
  if (at !== -1) return { value: text.slice(0, at), zone: text.slice(at + 1) }
  if (/z$/i.test(text)) return { value: text.slice(0, -1), zone: 'UTC' }
  const offset = /[+-]\d{2}:\d{2}(:\d{2})?$/.exec(text)
  return offset ? { value: text.slice(0, offset.index), zone: offset[0] } : { value: text, zone: null }
}

export function zoneText(zone: Zone): string {
  if (zone === null) return ''
  if (zone === 'UTC') return 'Z'
  return FIXED.test(zone) ? zone : `@${zone}`
}

/** Seconds of a zone that has one offset for ever; `undefined` for a named one. */
export function fixedOffset(zone: string): number | undefined {
  if (zone === 'UTC') return 0
  const match = FIXED.exec(zone)
  if (!match) return undefined
  const seconds = Number(match[2]) * 3600 + Number(match[3]) * 60 + Number(match[4] ?? 0)
  return match[1] === '-' ? -seconds : seconds
}

export function offsetZone(seconds: number): string {
  const size = Math.abs(seconds)
  const rest = size % 60 ? `:${two(size % 60)}` : ''
  return `${seconds < 0 ? '-' : '+'}${two(Math.floor(size / 3600))}:${two(Math.floor((size % 3600) / 60))}${rest}`
}

export function isZone(zone: Zone): boolean {
  if (zone === null) return true
  const match = FIXED.exec(zone)
  if (match) return Number(match[2]) < 24 && Number(match[3]) < 60 && Number(match[4] ?? 0) < 60
  return zone === 'UTC' || formatOf(zone) !== undefined
}

/** Whether two zones are the same: offsets by their size, names by their letters. */
export function sameZone(a: Zone, b: Zone): boolean {
  if (a === null || b === null) return a === b
  const one = fixedOffset(a)
  return one === undefined ? a === b : one === fixedOffset(b)
}

/** The offset in seconds that a zone's clock has when it shows these seconds since 1970-01-01T00:00. */
export function offsetAt(zone: string, wallSeconds: number): number {
  const fixed = fixedOffset(zone)
  if (fixed !== undefined) return fixed
  const before = namedOffset(zone, wallSeconds - DAY_SECONDS)
  const after = namedOffset(zone, wallSeconds + DAY_SECONDS)
  const shows = (offset: number) => namedOffset(zone, wallSeconds - offset) === offset
  // An hour shown twice means the first, an hour left out the one after it, as Temporal's "compatible" says.
  return shows(before) || !shows(after) ? before : after
}

/** The offset of a zone at an instant. */
export function offsetAtInstant(zone: string, epochSeconds: number): number {
  return fixedOffset(zone) ?? namedOffset(zone, epochSeconds)
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** What it costs to ask for a zone by its name, and to look it up when it was not asked for yet, in steps. */
const ASKING = 15
const LOOKING_UP = 300

function formatOf(zone: string): Intl.DateTimeFormat | undefined {
  spend(ASKING)
  const known = formats.get(zone)
  if (known) return known
  spend(LOOKING_UP)
  try {
    const format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
      era: 'short',
    })
    if (formats.size < 500) formats.set(zone, format)
    return format
  } catch {
    return undefined
  }
}

function namedOffset(zone: string, epochSeconds: number): number {
  const format = formatOf(zone)
  if (!format) return 0
  const shown: Record<string, number> = {}
  let isBefore = false
  for (const { type, value } of format.formatToParts(epochSeconds * 1000)) {
    if (type === 'era') isBefore = value.startsWith('B')
    else shown[type] = Number(value)
  }
  const year = isBefore ? 1 - (shown.year ?? 0) : (shown.year ?? 0)
  const days = daysOf({ year, month: shown.month ?? 1, day: shown.day ?? 1 })
  return days * DAY_SECONDS + (shown.hour ?? 0) * 3600 + (shown.minute ?? 0) * 60 + (shown.second ?? 0) - epochSeconds
}

/** The zone of this machine, and its date and time now. */
export function machineNow(): { zone: string; days: number; seconds: number; nanos: number } {
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone
  const ms = Date.now()
  const epoch = Math.floor(ms / 1000)
  const wall = epoch + offsetAtInstant(zone, epoch)
  const days = Math.floor(wall / DAY_SECONDS)
  return { zone, days, seconds: wall - days * DAY_SECONDS, nanos: (ms - epoch * 1000) * 1_000_000 }
}
