import { BUILTIN_NAMES, compile } from '../../feel/index.ts'
import type { FormDefinition } from '../../schema/form-definition.ts'
import { LIMITS } from '../../schema/limits.ts'
import { fieldPaths, pathsRead } from './expressions.ts'
import { walkNodes } from './nodes.ts'

const UNSAFE = new Set([
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'valueOf',
  'hasOwnProperty',
  'item',
  'partial',
])

/** Whether FEEL reads the key as one name, so that rules can speak of the field. */
export function isUsableKey(key: string): boolean {
  if (
    key.length > LIMITS.keyLength ||
    UNSAFE.has(key) ||
    BUILTIN_NAMES.has(key) ||
    !/^[\p{L}_][\p{L}\p{N}_]*$/u.test(key)
  )
    return false
  const { paths, issues } = compile(`${key} = 1`, { names: [key] })
  return issues.length === 0 && paths.length === 1 && paths[0] === key
}

/**
 * The keys that are taken at the top (`''`) or in a sub-table or object: values and sections share them. In a table also the
 * fields outside that rules read: a column of that name would come between.
 */
export function takenKeys(form: FormDefinition, scope: string): Set<string> {
  const keys = new Set<string>()
  const fields = fieldPaths(form)
  for (const node of walkNodes(form)) {
    if (node.scope === scope) keys.add(node.key)
    if (scope !== '') for (const path of pathsRead(node, fields)) if (!path.includes('.')) keys.add(path)
  }
  return keys
}

const LONGEST = 20

/** A key from a label: its letters and digits, with a number behind when it is taken. */
export function keyFrom(label: string, taken: ReadonlySet<string>): string {
  const clean = [...label.normalize('NFKC').replace(/[^\p{L}\p{N}_]/gu, '')].slice(0, LONGEST).join('')
  const base = isUsableKey(clean) ? clean : isUsableKey(`字段${clean}`) ? `字段${clean}` : '字段'
  for (let number = 1; ; number++) {
    const key = number === 1 ? base : `${base}${number}`
    if (!taken.has(key)) return key
  }
}
