import { FlowError } from '../errors.ts'
import type { Aggregation, DecisionTable, HitPolicy } from './decision.ts'

/** A rule that hits: its number, from 1, and what it puts out, one value an output. */
export interface Hit {
  rule: number
  values: readonly unknown[]
}

/** What a table makes of its hits; `result` is the value of one of them. */
export interface Hits {
  hits: readonly Hit[]
  /** The same by priority: the order of the allowed output values. */
  byPriority(): readonly Hit[]
  result(hit: Hit): unknown
  /** Where no rule hits. */
  fallback(): unknown
}

/**
 * Makes one result of the rules that hit.
 *
 * @throws FlowError `HIT_POLICY_VIOLATED` with the rules' numbers, when several hit of which one may (`UNIQUE`), or which
 *   do not agree (`ANY`); or what is to be added up is no number
 * Source: DMN 1.3, clause 8.2.11 (Decision Table Hit Policy).
 */
export function resultOf({ hitPolicy, aggregation }: DecisionTable, hits: Hits): unknown {
  return POLICIES[hitPolicy](hits, aggregation)
}

const POLICIES: Record<HitPolicy, (hits: Hits, aggregation: Aggregation | undefined) => unknown> = {
  UNIQUE(all) {
    if (all.hits.length > 1) violated('UNIQUE', all.hits)
    return first(all, all.hits)
  },
  FIRST: (all) => first(all, all.hits),
  ANY(all) {
    const values = new Set(all.hits.map(({ values }) => JSON.stringify(values)))
    if (values.size > 1) violated('ANY', all.hits)
    return first(all, all.hits)
  },
  PRIORITY: (all) => first(all, all.byPriority()),
  COLLECT(all, aggregation) {
    const list = all.hits.map((hit) => all.result(hit))
    if (aggregation === undefined) return list
    if (aggregation === 'COUNT') return list.length
    if (list.length === 0) return all.fallback()
    return AGGREGATIONS[aggregation](list.map((value) => (typeof value === 'number' ? value : noNumber(all.hits))))
  },
  'RULE ORDER': (all) => all.hits.map((hit) => all.result(hit)),
  'OUTPUT ORDER': (all) => all.byPriority().map((hit) => all.result(hit)),
}

const AGGREGATIONS: Record<Exclude<Aggregation, 'COUNT'>, (values: readonly number[]) => number> = {
  SUM: (values) => values.reduce((sum, value) => sum + value, 0),
  MIN: (values) => values.reduce((one, other) => Math.min(one, other)),
  MAX: (values) => values.reduce((one, other) => Math.max(one, other)),
}

function first(all: Hits, [hit]: readonly Hit[]): unknown {
  return hit ? all.result(hit) : all.fallback()
}

function violated(hitPolicy: HitPolicy, hits: readonly Hit[]): never {
  throw new FlowError('HIT_POLICY_VIOLATED', { hitPolicy, rules: hits.map(({ rule }) => rule) })
}

function noNumber(hits: readonly Hit[]): never {
  throw new FlowError('HIT_POLICY_VIOLATED', {
    hitPolicy: 'COLLECT',
    rules: hits.map(({ rule }) => rule),
    reason: 'not all outputs are numbers',
  })
}
