import type { ProcessDefinition } from '../definition/process-definition.ts'
import type { MigrationMapping } from '../migration/mapping.ts'

/** Everything that can be asked of an instance. `by` is a person's id. More commands are added as their own members. */
export type Command =
  /** `message`: at the start event of this message; `at`: at the start event of this id; else at the plain one. */
  | { type: 'start'; by: string; variables?: Variables; chosen?: Chosen; message?: string; at?: string }
  /**
   * `decision`: `approve`, `reject`, or an outcome of the step. At the start event after a return: `submit`, or
   * `withdraw` to give the case up.
   */
  | { type: 'complete'; taskId: string; by: string; decision: string; variables?: Variables; chosen?: Chosen }
  /** `to`: an earlier user task's element id, or the start event's (the initiator fills in again); `initiator` is short for it. */
  | { type: 'return'; taskId: string; by: string; to: string; after?: 'replay' | 'straight' }
  /** By an approver who decided `taskId`, or (without it) by the initiator, while nothing that followed was acted on. */
  | { type: 'withdraw'; by: string; taskId?: string }
  | { type: 'transfer'; taskId: string; by: string; to: string }
  /** `to` prepares the decision, by `complete` as well as by `resolve`; then the task is back with `by`. */
  | { type: 'delegate'; taskId: string; by: string; to: string }
  | { type: 'resolve'; taskId: string; by: string; decision?: string; variables?: Variables }
  | { type: 'claim'; taskId: string; by: string }
  /** `before`: they are asked first; `after`: once `by` has approved; `beside`: each a seat of their own in the round. */
  | { type: 'addSigners'; taskId: string; by: string; people: string[]; how: 'before' | 'after' | 'beside' }
  /** Takes away those whom `by` has added and who did not decide yet. */
  | { type: 'removeSigners'; taskId: string; by: string; people: string[] }
  | { type: 'cc'; by: string; people: string[]; taskId?: string }
  /** Of one task, or of all that are open. */
  | { type: 'urge'; by: string; taskId?: string }
  /** An administrator moves what waits at `from` (`activationId`: this visit of it) to another element: back as a return does, or on. */
  | { type: 'jump'; by: string; from: string; to: string; activationId?: number }
  | { type: 'suspend'; by: string; reason?: string }
  | { type: 'resume'; by: string }
  | { type: 'fireTimer'; timerId: string }
  /** `elementId`: only to this element; `activationId`: only to what waits on account of this visit. */
  | {
      type: 'deliverMessage'
      name: string
      correlationKey?: string
      elementId?: string
      activationId?: number
      variables?: Variables
    }
  /** To everything in the case that waits for it. */
  | { type: 'broadcastSignal'; name: string; variables?: Variables }
  /** A receive task without a message goes on; `activationId`: which of several visits, the oldest by default. */
  | { type: 'trigger'; elementId: string; activationId?: number; variables?: Variables }
  | { type: 'completeService'; serviceId: string; result?: unknown; variables?: Variables }
  /** `final`: no more tries; the service becomes an incident that waits for `retry`, or a boundary error catches it. */
  | { type: 'failService'; serviceId: string; error: { code?: string; message: string }; final: boolean }
  | { type: 'retry'; serviceId: string }
  | { type: 'setVariables'; variables: Variables }
  | { type: 'terminate'; by: string; reason?: string }
  /**
   * To the definition that `advance` is called with; `from`: the one that the case has run by. Ids of `choices` are those of
   * the newer: `reopen`, steps in which all are asked anew; `rearm`, events and steps whose time counts from now.
   */
  | {
      type: 'migrate'
      by: string
      from: ProcessDefinition
      mapping?: MigrationMapping
      choices?: { reopen?: string[]; rearm?: string[] }
    }

export type CommandType = Command['type']

export type Variables = Record<string, unknown>
/** Element id -> people chosen for it. */
export type Chosen = Record<string, string[]>
