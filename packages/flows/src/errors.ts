/** Codes of what a flow refuses. Public: add, never rename. */
export const FLOW_ERRORS = {
  DIAGRAM_INVALID: 'The diagram is not readable BPMN 2.0.',
  DIAGRAM_TOO_LARGE: 'The diagram is over the limits of size or depth.',
  ELEMENT_UNSUPPORTED: 'The element is not executable here.',
  APPROVAL_INVALID: 'The approval settings of the step are not valid.',
  REFERENCE_MISSING: 'The element refers to something the diagram does not have.',
  NO_OUTGOING_FLOW: 'No condition holds and the gateway has no default flow.',
  ENDLESS_LOOP: 'The flow runs in a circle without ever waiting.',
  COMMAND_INVALID: 'The command is not one of ours, or lacks something.',
  INSTANCE_ENDED: 'The process instance has ended.',
  ALREADY_STARTED: 'The process instance is started already.',
  NOT_STARTED: 'There is no process instance yet: the first command is start.',
  INSTANCE_SUSPENDED: 'The process instance is suspended.',
  TASK_NOT_FOUND: 'The process instance has no such open task.',
  NOT_A_CANDIDATE: 'The task belongs to somebody else.',
  TASK_WAITS: 'Others who were added are to decide first.',
  ACTION_NOT_ALLOWED: 'The step does not allow this action.',
  DECISION_UNKNOWN: 'The step has no such decision.',
  RETURN_TARGET_INVALID: 'The step cannot be returned to: nothing that led here passed it.',
  WITHDRAW_TOO_LATE: 'Somebody has acted on what followed.',
  NOBODY_FOUND: 'The rule of the step finds nobody.',
  TIMER_NOT_FOUND: 'The process instance has no such timer.',
  MESSAGE_NOT_EXPECTED: 'The process instance does not wait for this message.',
  SERVICE_NOT_FOUND: 'The process instance has no such open service.',
  EXPRESSION_FAILED: 'The expression cannot be evaluated.',
  EXPRESSION_UNTRANSLATABLE:
    'Expressions of another engine, on which the way of a case depends, cannot be written as FEEL.',
  LOOP_INVALID: 'What says how often the activity is run gives no list, no whole number, or too many.',
  PROCESS_MISSING: 'The process that the element calls is not there.',
  MIGRATION_REFUSED: 'The case cannot move to the other version of its flow so.',
  DECISION_INVALID: 'The decision is not readable DMN, or cannot be decided here.',
  HIT_POLICY_VIOLATED: 'The rules that hit are not what the hit policy of the decision table allows.',
  VALUE_NOT_ALLOWED: 'The value is none of those that the decision table allows.',
  TIME_INVALID: 'The timer is no ISO 8601 date, duration or cycle.',
} as const

export type FlowErrorCode = keyof typeof FLOW_ERRORS

/** A command or a diagram that is refused. The instance is as it was. */
export class FlowError extends Error {
  readonly code: FlowErrorCode
  /** Where: `{ elementId }` and what else tells which one. */
  readonly details: Readonly<Record<string, unknown>>

  constructor(code: FlowErrorCode, details: Record<string, unknown> = {}, options?: ErrorOptions) {
    super(`${FLOW_ERRORS[code]}${describe(details)}`, options)
    this.name = 'FlowError'
    this.code = code
    this.details = details
  }
}

function describe(details: Record<string, unknown>): string {
  const parts = Object.entries(details).map(([key, value]) => `${key}: ${JSON.stringify(value)}`)
  return parts.length ? ` (${parts.join(', ')})` : ''
}
