/** `@zhupi/flows`: a pure BPMN 2.0 approval engine. Runs in Node and the browser; no timers, no I/O. */
export type {
  Approval,
  ApprovalAction,
  DueRule,
  OpinionRule,
  PeopleRule,
  Policies,
  Round,
} from './definition/approval.ts'
export type { Chosen, Command, Variables } from './engine/command.ts'
export type { Context, PeopleQuery } from './engine/context.ts'
export type { EndStatus, Event } from './engine/event.ts'
export { FLOW_ERRORS, FlowError, type FlowErrorCode } from './errors.ts'
