/**
 * The approval extension of a user task, as read from its `zhupi:` extension elements
 * (namespace `urn:zhupi:bpmn:1`; the XML is described in the package's README).
 */

/** One source of people. Strings may be `{{ FEEL }}`, which the engine evaluates before the host sees the rule. */
export interface PeopleRule {
  from:
    | 'user'
    | 'role'
    | 'unit'
    | 'post'
    | 'leader'
    | 'initiator'
    | 'initiatorChoice'
    | 'previousChoice'
    | 'field'
    | 'lane'
    | 'feel'
  /** Person id, role, unit id, post, field key, lane name or FEEL text, according to `from`. */
  value?: string
  /** Keeps only people of this unit (its id), or of any unit of this division (GB/T 2260 or local code). */
  unit?: string
  /** `leader`: levels up, 1 by default. */
  levels?: number
  /** `vote` by weight: what each of these people weighs, 1 by default. */
  weight?: number
}

export interface Round {
  /** `single`: one of the candidates decides (no multi-instance marker). The others give every person a seat. */
  type: 'single' | 'all' | 'any' | 'vote' | 'sequential'
  /** `vote`: a number of seats, a share 0..1, or a sum of weights, according to `by`. */
  threshold?: number
  by?: 'count' | 'share' | 'weight'
}

export interface Policies {
  /** `continue`: the flow goes on with `decisions.<elementId>`; `all`: rejected only when every seat rejects. */
  onReject: 'end' | 'return' | 'continue' | 'all'
  /** Target of `onReject: return`; the start event (the initiator) by default. */
  returnTo?: string
  nobody: 'stop' | 'skip' | 'administrator' | 'named'
  named?: string
  self: 'self' | 'skip' | 'leader'
  repeat: 'ask' | 'skipAdjacent' | 'skipEver'
}

export type ApprovalAction =
  | 'approve'
  | 'reject'
  | 'return'
  | 'transfer'
  | 'delegate'
  | 'addSigners'
  | 'removeSigners'
  | 'claim'
  | 'cc'

export interface OpinionRule {
  /** Key of the form field (意见栏) that this step fills. */
  field?: string
  required: boolean
  signature: boolean
  seal: boolean
}

export interface DueRule {
  /** ISO 8601 duration, or `{{ FEEL }}`. */
  after: string
  calendar: 'work' | 'all'
  overdue: 'none' | 'remind' | 'approve' | 'reject' | 'transfer'
}

export interface Approval {
  people: readonly PeopleRule[]
  round: Round
  policies: Policies
  actions: readonly ApprovalAction[]
  /** Decisions of this step besides approve and reject, for gateways; only where one person decides. */
  outcomes: readonly string[]
  /** Field key or `subTable.column` -> access; `*` is the default. Passed through: the engine does not know forms. */
  fields: Readonly<Record<string, 'hidden' | 'read' | 'edit' | 'require'>>
  opinion: OpinionRule
  due?: DueRule
}
