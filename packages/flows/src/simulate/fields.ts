import type { Variables } from '../engine/command.ts'
import { FlowError } from '../errors.ts'

/** Reads the fields of a line, and says which one is wrong. */
export class Fields {
  private readonly line: Record<string, unknown>

  constructor(line: Record<string, unknown>) {
    this.line = line
  }

  get(key: string): unknown {
    return Object.hasOwn(this.line, key) ? this.line[key] : undefined
  }

  text(key: string): string | undefined {
    const value = this.get(key)
    return value === undefined || typeof value === 'string' ? value : this.refuse(key, 'a text')
  }

  /** A text that must be there. */
  name(key: string): string {
    return this.text(key) ?? this.refuse(key, 'a text')
  }

  /** One of a few words; the first when nothing is said. */
  word<T extends string>(key: string, first: T, ...others: T[]): T {
    const text = this.text(key) ?? first
    return [first, ...others].find((word) => word === text) ?? this.refuse(key, [first, ...others].join(', '))
  }

  /** A text where the key may also stand alone: `{"urge":true}`. */
  optionalName(key: string): string | undefined {
    return this.get(key) === true ? undefined : this.name(key)
  }

  texts(key: string): string[] {
    const value = this.get(key)
    const texts = Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : []
    return Array.isArray(value) && texts.length === value.length ? texts : this.refuse(key, 'a list of texts')
  }

  /** Which of several: 0 is the first. */
  place(key: string): number | undefined {
    const value = this.get(key)
    if (value === undefined) return undefined
    return Number.isInteger(value) && Number(value) >= 0 ? Number(value) : this.refuse(key, 'a whole number, 0 first')
  }

  object(key: string): Variables | undefined {
    const value = this.get(key)
    if (value === undefined || value === true || value === null) return undefined
    return typeof value === 'object' && !Array.isArray(value) ? (value as Variables) : this.refuse(key, 'an object')
  }

  private refuse(key: string, expected: string): never {
    throw new FlowError('COMMAND_INVALID', { key, expected })
  }
}
