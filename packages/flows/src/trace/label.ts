import { bareIdOf, prefixIn } from '../definition/element-key.ts'
import type { ProcessDefinition } from '../definition/process-definition.ts'

/** An element as a reader of the diagram knows it: by its name, with its id; and in which called process. */
export function labelOf({ elements }: Pick<ProcessDefinition, 'elements'>, key: string): string {
  const name = elements[key]?.name?.replace(/\s+/g, ' ').trim()
  const id = bareIdOf(key)
  const prefix = prefixIn(key)
  return `${prefix}${name ? `${name}(${id})` : id}`
}
