/**
 * A decision as read from DMN: plain and frozen. Every text in it is a FEEL expression; unary tests are translated.
 * Source: DMN 1.3, clauses 7 (Relating Logic to Decision Requirements) and 8 (Decision Table).
 */
export interface Decision {
  id: string
  name?: string
  /** The decisions that it requires, each after those that it requires itself; the last is the decision. */
  steps: readonly DecisionStep[]
}

export interface DecisionStep {
  id: string
  /** Under which those that require it see its result. */
  name: string
  /** Ids of steps before it. */
  requires: readonly string[]
  logic: { kind: 'expression'; expression: string } | DecisionTable
}

export interface DecisionTable {
  kind: 'table'
  hitPolicy: HitPolicy
  /** Of `COLLECT`: what becomes of the list. */
  aggregation?: Aggregation
  inputs: readonly Clause[]
  outputs: readonly OutputClause[]
  rules: readonly Rule[]
}

export type HitPolicy = 'UNIQUE' | 'FIRST' | 'ANY' | 'PRIORITY' | 'COLLECT' | 'RULE ORDER' | 'OUTPUT ORDER'
export type Aggregation = 'SUM' | 'MIN' | 'MAX' | 'COUNT'

export interface Clause {
  /** What people call it. */
  label: string
  /** Gives the value. */
  expression: string
  /** Absent: every value is allowed. */
  allowed?: AllowedValues
}

/** `text`: the unary tests as written; `test`: true when the value satisfies one. */
export interface AllowedValues {
  text: string
  test: string
}

export interface OutputClause {
  /** Key of the result where there are several outputs. */
  name: string
  /** The allowed values one by one, the first weighs most. */
  order: readonly string[]
  /** Where no rule hits. */
  fallback?: string
}

export interface Rule {
  /** Each true when the rule hits; inputs that do not matter are not among them. */
  tests: readonly string[]
  /** One an output. */
  outputs: readonly { expression: string; allowed?: AllowedValues }[]
}
