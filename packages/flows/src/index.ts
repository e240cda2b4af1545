/** `@zhupi/flows`: a pure BPMN 2.0 approval engine. Runs in Node and the browser; no timers, no I/O. */
export { decide } from './decision/decide.ts'
export type { Decision } from './decision/decision.ts'
export { parseDecision, parseDecisions } from './decision/parse-decision.ts'
export type {
  Approval,
  ApprovalAction,
  DueRule,
  OpinionRule,
  PeopleRule,
  Policies,
  Round,
} from './definition/approval.ts'
export { type CalledProcess, type LinkOptions, link } from './definition/link.ts'
export { parse, parseAll } from './definition/parse.ts'
export type {
  CallRule,
  EventDefinition,
  Exchange,
  FieldAccess,
  FlowElement,
  LoopRule,
  Mapping,
  MultiInstanceRule,
  ProcessDefinition,
  SequenceFlow,
  ServiceRule,
  StandardLoopRule,
  TimerRule,
} from './definition/process-definition.ts'
export { zhupiModdle } from './definition/zhupi-moddle.ts'
export { advance } from './engine/advance.ts'
export { replay } from './engine/apply.ts'
export type { WaitKind } from './engine/behaviors/behavior.ts'
export type { Chosen, Command, CommandType, Variables } from './engine/command.ts'
export type { Context, PeopleQuery } from './engine/context.ts'
export type { CancelReason, EndStatus, Event, UndoReason } from './engine/event.ts'
export type { Instance } from './engine/instance.ts'
export { type OpenTask, openTasks } from './engine/open-tasks.ts'
export { type ReturnTarget, returnTargets } from './engine/return-targets.ts'
export { activationsOf } from './engine/state.ts'
export { type Wait, waitsOf } from './engine/waits.ts'
export { canWithdraw, type Withdrawable } from './engine/withdrawable.ts'
export { FLOW_ERRORS, FlowError, type FlowErrorCode } from './errors.ts'
export { type ForecastOptions, type ForecastStep, forecast } from './forecast/forecast.ts'
export type { PossibleEvent } from './forecast/may-happen.ts'
export { type FromOther, fromOther } from './interop/from-other.ts'
export { type Change, isLoss, type Loss, type Vendor } from './interop/report.ts'
export { lint } from './lint/lint.ts'
export type { LintIssue, LintOptions, Severity } from './lint/rule.ts'
export { diff, type FlowChange, type FlowDiff } from './migration/diff.ts'
export type { MigrationMapping } from './migration/mapping.ts'
export type { Confidence, Match } from './migration/match-elements.ts'
export type { MigrationNote } from './migration/notes.ts'
export { type Preflight, preflight } from './migration/preflight.ts'
export type { MigrationDecision, MigrationProblem } from './migration/problems.ts'
export type { Words } from './migration/words.ts'
export {
  createSimulator,
  type Simulator,
  type SimulatorOptions,
  type SimulatorRefusal,
  type SimulatorState,
} from './simulate/simulator.ts'
export type { Text } from './text.ts'
export { traceOf } from './trace/trace.ts'
