import { spend, spendText } from '../evaluation.ts'
import { fail } from '../failure.ts'
import { FeelDate } from '../temporal/feel-date.ts'
import { FeelDateTime } from '../temporal/feel-date-time.ts'
import { FeelTime } from '../temporal/feel-time.ts'
import { FeelFunction } from '../values/feel-function.ts'
import { type FeelType, typeOf } from '../values/feel-type.ts'

/** Type of an argument; with `?` it may be missing or null. */
export type ArgumentType = `${Exclude<FeelType, 'nil' | 'other'> | 'any'}${'' | '?'}`

const REFUSED = Symbol('an argument of another type')

type Convert = (given: unknown) => unknown

/**
 * A function that is null when an argument is of another type. A single item becomes a list where one is wanted, a list of one its item
 * where none is, and a date the date and time of its midnight, and back.
 */
export function builtin(parameters: Record<string, ArgumentType>, run: (...args: unknown[]) => unknown): FeelFunction {
  const conversions = Object.values(parameters).map(conversion)
  return new FeelFunction(Object.keys(parameters), (args) => {
    const converted: unknown[] = []
    for (let index = 0; index < Math.max(args.length, conversions.length); index += 1) {
      const convert = conversions[index]
      const value = convert ? convert(args[index]) : args[index]
      if (value === REFUSED) return null
      spendText(typeof value === 'string' ? value.length : 0)
      converted.push(value)
    }
    return run(...converted)
  })
}

/** A function of any number of values or of one list, all of one type; null otherwise and without arguments. */
export function listBuiltin(
  parameter: string,
  type: ArgumentType,
  run: (list: readonly unknown[]) => unknown,
): FeelFunction {
  const convert = conversion(type)
  return new FeelFunction([`...${parameter}`], (args) => {
    if (args.length === 0) return null
    const list = args.length === 1 && Array.isArray(args[0]) ? args[0] : args
    spend(list.length)
    if (list.every((value) => convert(value) === value)) return run(list)
    const converted = list.map(convert)
    return converted.includes(REFUSED) ? null : run(converted)
  })
}

/** A function of any number of numbers or of one list of them; null otherwise and without arguments. */
export function numbersBuiltin(parameter: string, run: (numbers: readonly number[]) => unknown): FeelFunction {
  const others = listBuiltin(parameter, 'number', (list) => run(list.map(number)))
  return new FeelFunction(others.parameters, (args) => {
    const list = args.length === 1 && Array.isArray(args[0]) ? args[0] : args
    if (args.length === 0 || !isNumbers(list)) return others.run(args)
    spend(list.length)
    return run(list)
  })
}

function isNumbers(list: readonly unknown[]): list is readonly number[] {
  for (const value of list) if (typeof value !== 'number') return false
  return true
}

function conversion(definition: ArgumentType): Convert {
  const isOptional = definition.endsWith('?')
  const type = isOptional ? definition.slice(0, -1) : definition
  if (type === 'list') return (given) => listOf(given, isOptional)
  const convert = (given: unknown) => convertTo(type, isOptional, given)
  // Most arguments are what they should be.
  return type === 'string' || type === 'number' ? (given) => (typeof given === type ? given : convert(given)) : convert
}

function listOf(given: unknown, isOptional: boolean): unknown {
  if (Array.isArray(given) || (isOptional && given === undefined)) return given
  return given === undefined || given === null ? REFUSED : [given]
}

function convertTo(type: string, isOptional: boolean, given: unknown): unknown {
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
