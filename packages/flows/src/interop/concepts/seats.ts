import { ForeignElement, type ForeignModdle } from '../foreign-element.ts'
import { readConditionText, readValue } from '../texts.ts'
import { collectionOf } from './multi-instance.ts'

/** The seats of a round, where a multi-instance user task is one. */
export interface Seats {
  from: string
  /** FEEL that gives the people. */
  feel: string
  round: Record<string, string>
}

/**
 * A user task that is repeated over a list of people, each of whom is its assignee, is a round: everybody, anybody, or a
 * share or number of votes. Undefined when it is none; then it stays multi-instance.
 */
export function seats(at: ForeignElement, assignee: string | undefined): Seats | undefined {
  const marker = at.element.loopCharacteristics
  if (marker?.$type !== 'bpmn:MultiInstanceLoopCharacteristics' || assignee === undefined) return undefined
  const found = collectionOf(new ForeignElement(marker, at.diagram))
  if (!found || nameIn(assignee, at) !== found.item) return undefined
  const list = readValue(found.collection, at.diagram.renamed)
  const round = roundOf(marker, at)
  if (!('text' in list) || !round) return undefined
  found.take()
  delete marker.completionCondition
  const condition = round.condition === undefined ? '' : ` until ${round.condition}`
  return { from: `one task for each of ${found.collection}${condition}`, feel: list.text, round: round.rule }
}

function nameIn(text: string, at: ForeignElement): string | undefined {
  const read = readValue(text, at.diagram.renamed)
  return 'text' in read ? read.text : undefined
}

interface Round {
  rule: Record<string, string>
  condition?: string
}

function roundOf({ completionCondition, isSequential }: ForeignModdle, at: ForeignElement): Round | undefined {
  const condition = completionCondition?.body?.trim()
  if (!condition) return { rule: { type: isSequential ? 'sequential' : 'all' } }
  const read = readConditionText(condition, at.diagram.renamed)
  const rule = read && 'text' in read ? ruleOf(read.text) : undefined
  if (!rule || (isSequential && rule.type !== 'all')) return undefined
  return { rule: isSequential ? { type: 'sequential' } : rule, condition }
}

/** Which round closes when this holds; both Camunda 7 and Flowable, and Camunda 8, have names for the counters. */
function ruleOf(feel: string): Record<string, string> | undefined {
  const text = feel
    .replace(/nrOfCompletedInstances|numberOfCompletedInstances/g, 'C')
    .replace(/nrOfInstances|numberOfInstances/g, 'N')
    .replace(/nrOfActiveInstances|numberOfActiveInstances/g, 'A')
    .replace(/[\s()]/g, '')
  if (/^(C(=|>=)N|C\/N(=|>=)1(\.0+)?|A=0)$/.test(text)) return { type: 'all' }
  if (/^(C(=|>=)1|C>0)$/.test(text)) return { type: 'any' }
  const [, share] = /^C\/N>=(0?\.\d+)$/.exec(text) ?? []
  if (share !== undefined && Number(share) > 0) return { type: 'vote', threshold: String(Number(share)), by: 'share' }
  const [, count] = /^C(?:>=|=)(\d+)$/.exec(text) ?? []
  return count !== undefined && Number(count) > 0 ? { type: 'vote', threshold: count, by: 'count' } : undefined
}
