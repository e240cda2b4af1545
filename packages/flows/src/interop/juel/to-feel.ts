import { callToFeel } from './calls.ts'
import type { Binary, Juel } from './parse-juel.ts'
import { Untranslatable } from './untranslatable.ts'

type Call = Extract<Juel, { kind: 'method' | 'function' }>

/** Words that FEEL keeps for itself. */
const KEYWORDS = new Set(
  'and between else every external false for function if in instance not null of or return satisfies some then true'.split(
    ' ',
  ),
)
const NAME = /^[\p{L}_][\p{L}\p{N}_]*$/u

/** Objects of the vendors' engines, not variables of a case. */
const ENGINE = new Set(['execution', 'task', 'caseExecution', 'authenticatedUserId', 'variableContainer'])

/** Numbers that multi-instance always has, so that they are never null. */
const COUNTERS = new Set(['nrOfInstances', 'nrOfCompletedInstances', 'nrOfActiveInstances', 'loopCounter'])

/** Turns a tree of JUEL into FEEL, with the same result for values of the same types; what is null in FEEL is false there. */
export class ToFeel {
  private readonly renamed: ReadonlyMap<string, string>

  /** @param renamed names of variables that are called otherwise here */
  constructor(renamed: ReadonlyMap<string, string>) {
    this.renamed = renamed
  }

  /** As a value, such as the operand of a comparison. */
  value(juel: Juel): string {
    switch (juel.kind) {
      case 'literal':
        return JSON.stringify(juel.value)
      case 'name':
        return this.name(juel.name)
      case 'property':
        return `${this.target(juel.target)}.${checked(juel.name)}`
      case 'index':
        return this.index(juel)
      case 'method':
      case 'function':
        return isPredicate(juel) ? `(${this.certain(juel)})` : callToFeel(this, juel)
      case 'choice':
        return `(if ${this.truth(juel.condition)} then ${this.value(juel.yes)} else ${this.value(juel.no)})`
      case 'unary':
        return juel.operator === '-' ? `-${this.number(juel.operand)}` : `(${this.certain(juel)})`
      case 'binary':
        return isArithmetic(juel.operator) ? `(${this.arithmetic(juel)})` : `(${this.certain(juel)})`
    }
  }

  /** As a condition: true, or anything else. */
  truth(juel: Juel): string {
    switch (juel.kind) {
      case 'literal':
        return juel.value === true || juel.value === 'true' ? 'true' : 'false'
      case 'choice':
        return `(if ${this.truth(juel.condition)} then ${this.truth(juel.yes)} else ${this.truth(juel.no)})`
      case 'unary':
        if (juel.operator === '!') return `not(${this.certain(juel.operand)})`
        return juel.operator === 'empty' ? this.empty(juel.operand) : `${this.value(juel)} = true`
      case 'binary':
        return this.binaryTruth(juel)
      default:
        return isCall(juel) && isPredicate(juel) ? callToFeel(this, juel) : `${this.value(juel)} = true`
    }
  }

  /** As a condition that is true or false and never null, so that it can be negated or compared. */
  certain(juel: Juel): string {
    const text = this.truth(juel)
    return isNeverNull(juel) ? text : `(${text}) = true`
  }

  /** A path may go on from here. */
  target(juel: Juel): string {
    if (juel.kind === 'name' || juel.kind === 'property' || juel.kind === 'index') return this.value(juel)
    return `(${this.value(juel)})`
  }

  /** JUEL counts what is null as 0. */
  number(juel: Juel): string {
    if (juel.kind === 'literal' && typeof juel.value === 'string')
      throw new Untranslatable({ zh: 'JUEL 里只有数字能相加，文字不能', en: 'JUEL adds numbers, not text' })
    const text = this.value(juel)
    if (!mayBeNull(juel)) return text
    return `(if ${text} = null then 0 else ${text})`
  }

  name(name: string): string {
    if (ENGINE.has(name))
      throw new Untranslatable({ zh: `“${name}”是原来引擎的对象`, en: `“${name}” is an object of the other engine` })
    return this.renamed.get(name) ?? checked(name)
  }

  /** Null, an empty text or an empty list. */
  empty(juel: Juel): string {
    const text = this.value(juel)
    return `(${text} = null or ${text} = "" or ${text} = [])`
  }

  private index({ target, index }: Extract<Juel, { kind: 'index' }>): string {
    if (index.kind !== 'literal') throw new Untranslatable({ zh: '下标要算出来', en: 'an index that is computed' })
    if (typeof index.value === 'string') return `${this.target(target)}.${checked(index.value)}`
    if (typeof index.value !== 'number' || !Number.isInteger(index.value))
      throw new Untranslatable({ zh: '下标不是整数', en: 'an index that is no number' })
    // Lists of FEEL begin with 1.
    return `${this.target(target)}[${index.value + 1}]`
  }

  private binaryTruth(juel: Extract<Juel, { kind: 'binary' }>): string {
    const { operator, left, right } = juel
    if (operator === '&&') return `${this.conjunct(left)} and ${this.conjunct(right)}`
    if (operator === '||') return `${this.truth(left)} or ${this.truth(right)}`
    if (isArithmetic(operator)) throw new Untranslatable({ zh: '拿数字当条件', en: 'a number as a condition' })
    const [one, two] = [this.operand(left), this.operand(right)]
    // Of two that are null, JUEL finds each not less than the other; FEEL finds nothing.
    if (/.=/.test(operator) && /[<>]/.test(operator) && mayBeNull(left) && mayBeNull(right)) {
      return `(${one} ${operator} ${two} or ${one} = ${two})`
    }
    return `${one} ${operator === '==' ? '=' : operator} ${two}`
  }

  private conjunct(juel: Juel): string {
    const text = this.truth(juel)
    return juel.kind === 'binary' && juel.operator === '||' ? `(${text})` : text
  }

  /** Of a comparison, which binds looser than arithmetic. */
  private operand(juel: Juel): string {
    return juel.kind === 'binary' && isArithmetic(juel.operator) ? this.arithmetic(juel) : this.value(juel)
  }

  private arithmetic({ operator, left, right }: Extract<Juel, { kind: 'binary' }>): string {
    const [one, two] = [this.number(left), this.number(right)]
    if (operator !== '%') return `${one} ${operator} ${two}`
    // The remainder of Java has the sign of the dividend, FEEL's modulo that of the divisor.
    return `${one} - ${two} * (if ${one} / ${two} < 0 then ceiling(${one} / ${two}) else floor(${one} / ${two}))`
  }
}

function mayBeNull(juel: Juel): boolean {
  if (juel.kind === 'literal') return juel.value === null
  return juel.kind !== 'unary' && juel.kind !== 'binary' && !(juel.kind === 'name' && COUNTERS.has(juel.name))
}

function isCall(juel: Juel): juel is Call {
  return juel.kind === 'method' || juel.kind === 'function'
}

function isArithmetic(operator: Binary): boolean {
  return '+-*/%'.includes(operator)
}

function isNeverNull(juel: Juel): boolean {
  if (juel.kind === 'literal') return true
  if (juel.kind === 'unary') return juel.operator === '!'
  if (juel.kind === 'name' || juel.kind === 'property' || juel.kind === 'index') return true
  return juel.kind === 'binary' && (juel.operator === '==' || juel.operator === '!=')
}

const PREDICATES = /^(equals|equalsIgnoreCase|contains|startsWith|endsWith|isEmpty|hasVariable)$/

/** A call that gives a condition. */
function isPredicate(juel: Call): boolean {
  return juel.kind === 'method' ? PREDICATES.test(juel.name) : !/:get/.test(juel.name)
}

function checked(name: string): string {
  if (!NAME.test(name) || KEYWORDS.has(name))
    throw new Untranslatable({ zh: `“${name}”在 FEEL 里不能作名称`, en: `“${name}” is no name in FEEL` })
  return name
}
