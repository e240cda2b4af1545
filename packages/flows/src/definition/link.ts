import type { Decision } from '../decision/decision.ts'
import { deepFreeze } from './deep-freeze.ts'
import type { FlowElement, ProcessDefinition } from './process-definition.ts'

/** What a definition may refer to. */
export interface Links {
  /** Decisions that business rule tasks name by id. */
  decisions?: readonly Decision[]
}

/**
 * A definition together with what it refers to. A business rule task whose decision is not among these stays a service of
 * the host.
 *
 * @returns a new definition, deeply frozen
 */
export function link(definition: ProcessDefinition, { decisions = [] }: Links): ProcessDefinition {
  const elements: Record<string, FlowElement> = Object.create(null)
  for (const element of Object.values(definition.elements)) elements[element.id] = linkDecision(element, decisions)
  return deepFreeze({ ...definition, elements })
}

function linkDecision(element: FlowElement, decisions: readonly Decision[]): FlowElement {
  const { decision } = element
  const linked = decision && decisions.find(({ id }) => id === decision.ref)
  return linked ? { ...element, decision: { ...decision, linked } } : element
}
