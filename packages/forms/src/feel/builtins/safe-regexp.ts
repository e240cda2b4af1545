import { patternFault } from '../../pattern/safe-pattern.ts'
import { spend } from '../evaluation.ts'
import { fail, tooCostly } from '../failure.ts'

type Cost = 'linear' | 'quadratic' | 'unknown'

interface Known {
  expression: RegExp | null
  cost: Cost
}

const known = new Map<string, Known>()
const KNOWN_SIZE = 500

/**
 * A regular expression that a text may be matched with, its steps counted; null where it is none.
 *
 * @param flags FEEL's `s`, `m`, `i`
 * @throws FormError `EXPRESSION_TOO_COSTLY` for a pattern whose running time cannot be told, as `(a+)+$`
 */
export function safeRegExp(pattern: string, flags: string, isGlobal: boolean, length: number): RegExp | null {
  if (/^[smi]*x[smix]*$/.test(flags)) fail('the flag x')
  const key = `${isGlobal ? 'g' : ''}${flags}/${pattern}`
  const { expression, cost } = known.get(key) ?? learn(key, pattern, flags, isGlobal)
  if (!expression) return null
  if (cost === 'unknown') tooCostly('表达式里的正则运行时间没有保证')
  spend(cost === 'linear' ? length / 10 : (length * length) / 10)
  expression.lastIndex = 0
  return expression
}

function learn(key: string, pattern: string, flags: string, isGlobal: boolean): Known {
  const found = { expression: made(pattern, flags, isGlobal), cost: costOf(pattern, flags) }
  if (known.size >= KNOWN_SIZE) known.delete(known.keys().next().value ?? '')
  known.set(key, found)
  return found
}

function made(pattern: string, flags: string, isGlobal: boolean): RegExp | null {
  if (/[^smi]/.test(flags)) return null
  try {
    return new RegExp(pattern, `u${flags}${isGlobal ? 'g' : ''}`)
  } catch {
    return null
  }
}

/** Without repeats nothing is tried twice; what is safe from one place is quadratic when it may start anywhere. */
function costOf(pattern: string, flags: string): Cost {
  if (!/[*+?{]/.test(pattern) || pattern.length > 500) return pattern.length > 500 ? 'unknown' : 'linear'
  const readings = flags.includes('i') ? [pattern, folded(pattern)] : [pattern]
  if (flags.includes('i') && /\\[uxc]/.test(pattern)) return 'unknown'
  if (!flags.includes('m') && readings.every((reading) => patternFault(reading) === undefined)) return 'linear'
  return readings.every((reading) => patternFault(`^(?:${reading})`) === undefined) ? 'quadratic' : 'unknown'
}

/** The pattern as it reads when case does not matter; escapes keep theirs. */
function folded(pattern: string): string {
  return pattern.replace(/\\.|[^\\]/gsu, (part) => {
    const lower = part.toUpperCase().toLowerCase()
    return part.startsWith('\\') || lower.length !== part.length ? part : lower
  })
}
