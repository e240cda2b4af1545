import type { FlowElement, ProcessDefinition } from '../definition/process-definition.ts'

/** What an element is directly inside: a sub-process, what a marker repeats, or each call of the process that has it. */
export function around({ elements }: ProcessDefinition, { scope }: FlowElement): FlowElement[] {
  const drawn = elements[scope ?? '']
  if (drawn || scope === undefined) return drawn ? [drawn] : []
  return Object.values(elements).filter(({ starts }) => starts?.some((start) => elements[start]?.scope === scope))
}
