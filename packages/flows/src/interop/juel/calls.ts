import type { Binary, Juel } from './parse-juel.ts'
import type { ToFeel } from './to-feel.ts'
import { Untranslatable } from './untranslatable.ts'

type Method = (feel: ToFeel, target: Juel, args: readonly Juel[]) => string

/** Methods of Java's strings, lists and numbers that conditions call; how many arguments each takes, and its FEEL. */
const METHODS: Readonly<Record<string, { args: number; toFeel: Method }>> = Object.assign(Object.create(null), {
  equals: { args: 1, toFeel: (feel, target, [one]) => compare(feel, '==', target, one) },
  equalsIgnoreCase: {
    args: 1,
    toFeel: (feel, target, [one]) => `lower case(${feel.value(target)}) = lower case(${feel.value(need(one))})`,
  },
  contains: { args: 1, toFeel: contains },
  startsWith: {
    args: 1,
    toFeel: (feel, target, [one]) => `starts with(${feel.value(target)}, ${feel.value(need(one))})`,
  },
  endsWith: { args: 1, toFeel: (feel, target, [one]) => `ends with(${feel.value(target)}, ${feel.value(need(one))})` },
  isEmpty: { args: 0, toFeel: (feel, target) => feel.empty(target) },
  size: { args: 0, toFeel: (feel, target) => `count(${feel.value(target)})` },
  length: { args: 0, toFeel: (feel, target) => `string length(${feel.value(target)})` },
  toString: { args: 0, toFeel: (feel: ToFeel, target: Juel) => `string(${feel.value(target)})` },
  toLowerCase: { args: 0, toFeel: (feel, target) => `lower case(${feel.value(target)})` },
  toUpperCase: { args: 0, toFeel: (feel, target) => `upper case(${feel.value(target)})` },
  get: { args: 1, toFeel: (feel, target, [index]) => feel.value({ kind: 'index', target, index: need(index) }) },
  intValue: { args: 0, toFeel: (feel, target) => feel.value(target) },
  longValue: { args: 0, toFeel: (feel, target) => feel.value(target) },
  doubleValue: { args: 0, toFeel: (feel, target) => feel.value(target) },
} satisfies Record<string, { args: number; toFeel: Method }>)

/** Functions over variables that Flowable brings: `variables:equals(x, 1)`. */
const COMPARISONS: Readonly<Record<string, Binary>> = Object.assign(Object.create(null), {
  equals: '==',
  eq: '==',
  notEquals: '!=',
  ne: '!=',
  lowerThan: '<',
  lessThan: '<',
  lt: '<',
  lowerThanOrEquals: '<=',
  lessThanOrEquals: '<=',
  lte: '<=',
  greaterThan: '>',
  gt: '>',
  greaterThanOrEquals: '>=',
  gte: '>=',
})

/**
 * The FEEL of a call.
 *
 * @throws Untranslatable for a bean of the host, and for what is not among the calls above
 */
export function callToFeel(feel: ToFeel, call: Extract<Juel, { kind: 'method' | 'function' }>): string {
  if (call.kind === 'function') return functionToFeel(feel, call.name, call.args)
  const { target, name, args } = call
  if (target.kind === 'name' && target.name === 'execution') return ofExecution(feel, name, args)
  const method = METHODS[name]
  if (!method || method.args !== args.length)
    throw new Untranslatable({ zh: `方法“${name}”没有对应的写法`, en: `the method “${name}” is not translated` })
  return method.toFeel(feel, target, args)
}

function ofExecution(feel: ToFeel, name: string, args: readonly Juel[]): string {
  const [variable] = args
  if (args.length === 1 && variable?.kind === 'literal' && typeof variable.value === 'string') {
    if (name === 'getVariable') return feel.name(variable.value)
    if (name === 'hasVariable') return `${feel.name(variable.value)} != null`
  }
  throw new Untranslatable({
    zh: `“execution.${name}”是原来引擎的东西`,
    en: `“execution.${name}” belongs to the other engine`,
  })
}

function functionToFeel(feel: ToFeel, full: string, args: readonly Juel[]): string {
  const [prefix, name = ''] = full.split(':')
  const [variable, other] = args
  if (!name || !variable)
    throw new Untranslatable({ zh: `不认识函数“${prefix}”`, en: `the function “${prefix}” is not known` })
  const read: Juel =
    variable.kind === 'literal' && typeof variable.value === 'string'
      ? { kind: 'name', name: variable.value }
      : variable
  const operator = COMPARISONS[name]
  if (operator && other && args.length === 2) return compare(feel, operator, read, other)
  if (name === 'get' && args.length === 1) return feel.value(read)
  if (/^(isEmpty|empty)$/.test(name) && args.length === 1) return feel.empty(read)
  if (/^(isNotEmpty|notEmpty)$/.test(name) && args.length === 1) return `not(${feel.empty(read)} = true)`
  if (/^exists?$/.test(name) && args.length === 1) return `${feel.value(read)} != null`
  throw new Untranslatable({ zh: `函数“${full}”没有对应的写法`, en: `the function “${full}” is not translated` })
}

function compare(feel: ToFeel, operator: Binary, left: Juel, right: Juel | undefined): string {
  return feel.truth({ kind: 'binary', operator, left, right: need(right) })
}

/** Java has one word for both; which it is, only the value tells. */
function contains(feel: ToFeel, target: Juel, [one]: readonly Juel[]): string {
  const [list, item] = [feel.value(target), feel.value(need(one))]
  if (target.kind === 'literal') return `contains(${list}, ${item})`
  return `(if ${list} instance of list<Any> then list contains(${list}, ${item}) else contains(${list}, ${item}))`
}

function need(juel: Juel | undefined): Juel {
  if (!juel) throw new Untranslatable({ zh: '少了一个参数', en: 'an argument is missing' })
  return juel
}
