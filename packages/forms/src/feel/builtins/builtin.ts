import { fail } from '../failure.ts'
import { FeelDate } from '../temporal/feel-date.ts'
import { FeelDateTime } from '../temporal/feel-date-time.ts'
import { FeelTime } from '../temporal/feel-time.ts'
import { FeelFunction } from '../values/feel-function.ts'
import { type FeelType, typeOf } from '../values/feel-type.ts'

/** Type of an argument; with `?` it may be missing or null. */
export type ArgumentType = `${Exclude<FeelType, 'nil' | 'other'> | 'any'}${'' | '?'}`

const REFUSED = Symbol('an argument of another type')

/**
 * A function that is null when an argument is of another type. A single item becomes a list where one is wanted, a list of one its item
 * where none is, and a date the date and time of its midnight, and back.
 */
export function builtin(parameters: Record<string, ArgumentType>, run: (...args: unknown[]) => unknown): FeelFunction {
  const types = Object.values(parameters)
  return new FeelFunction(Object.keys(parameters), (args) => {
    const converted: unknown[] = []
    for (let index = 0; index < Math.max(args.length, types.length); index += 1) {
      const type = types[index]
      const value = type === undefined ? args[index] : convert(args[index], type)
      if (value === REFUSED) return null
      converted.push(value)
    }
    return run(...converted)
  })
}

/** A function of any number of values or of one list, all of one type; null otherwise and without arguments. */
export function listBuiltin(parameter: string, type: ArgumentType, run: (list: unknown[]) => unknown): FeelFunction {
  return new FeelFunction([`...${parameter}`], (args) => {
    if (args.length === 0) return null
    const list = args.length === 1 && Array.isArray(args[0]) ? args[0] : args
    const converted = list.map((value) => convert(value, type))
    return converted.includes(REFUSED) ? null : run(converted)
  })
}

function convert(given: unknown, definition: ArgumentType): unknown {
  const isOptional = definition.endsWith('?')
  const type = isOptional ? definition.slice(0, -1) : definition
  if (type === 'list') {
    if (Array.isArray(given) || (isOptional && given === undefined)) return given
    return given === undefined || given === null ? REFUSED : [given]
  }
  const value = type !== 'any' && Array.isArray(given) && given.length === 1 ? given[0] : given
  const actual = typeOf(value)
  if (type === 'any' || type === actual) return isOptional || value !== undefined ? value : REFUSED
  if (actual === 'nil') return isOptional ? value : REFUSED
  return cast(value, type) ?? REFUSED
}

function cast(value: unknown, type: string): unknown {
  if (value instanceof FeelDate && type === 'date time') {
    return new FeelDateTime(value.dayNumber, { seconds: 0, nanos: 0 })
  }
  if (value instanceof FeelDateTime && type === 'date') return new FeelDate(value.dayNumber)
  return value instanceof FeelDateTime && type === 'time' ? new FeelTime(value.clock, value.zone) : undefined
}

/** An argument whose type was checked, as a text. */
export function text(value: unknown): string {
  return typeof value === 'string' ? value : fail('not a text')
}

export function number(value: unknown): number {
  return typeof value === 'number' ? value : fail('not a number')
}

export function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : fail('not a list')
}
