import type { Decision } from '../decision/decision.ts'
import { FlowError } from '../errors.ts'
import { markCompensable } from './compensation.ts'
import { deepFreeze } from './deep-freeze.ts'
import { prefixOf } from './element-key.ts'
import type { CallRule, FlowElement, ProcessDefinition, SequenceFlow } from './process-definition.ts'
import { renameElement, renameFlow } from './rename-element.ts'

/** Which process a call activity asks for; without a version, the latest. */
export type CalledProcess = Pick<CallRule, 'processId' | 'version'>

export interface LinkOptions {
  /**
   * The processes that may be called: all of them (found by their ids, whatever the version), or a function that finds
   * one.
   */
  processes?: readonly ProcessDefinition[] | ((called: CalledProcess) => ProcessDefinition | undefined)
  /** Decisions that business rule tasks name by id. A task whose decision is not among these stays a service of the host. */
  decisions?: readonly Decision[]
}

/**
 * Puts a definition and the processes that it calls, and that those call, into one that `advance` can run. Elements of a
 * called process have the keys `process/element` (`process@version/element`), once, however often it is called; a
 * process may call itself.
 *
 * @returns deeply frozen, plain data; the definition itself where it refers to nothing
 * @throws FlowError `PROCESS_MISSING` with the call activity's `elementId` and `process`, when what it calls is not there
 */
export function link(
  definition: ProcessDefinition,
  { processes = [], decisions = [] }: LinkOptions = {},
): ProcessDefinition {
  const find = (called: CalledProcess) =>
    typeof processes === 'function' ? processes(called) : processes.find(({ id }) => id === called.processId)
  const linked = new Linked(definition, find, decisions)
  return linked.refers ? deepFreeze(linked.whole()) : definition
}

class Linked {
  refers = false
  private readonly definition: ProcessDefinition
  private readonly find: (called: CalledProcess) => ProcessDefinition | undefined
  private readonly decisions: readonly Decision[]
  private readonly elements: Record<string, FlowElement> = Object.create(null)
  private readonly sequenceFlows: Record<string, SequenceFlow> = Object.create(null)
  private readonly eventSubProcesses: Record<string, readonly string[]> = Object.create(null)
  private readonly known = new Map<string, ProcessDefinition>()

  constructor(
    definition: ProcessDefinition,
    find: (called: CalledProcess) => ProcessDefinition | undefined,
    decisions: readonly Decision[],
  ) {
    this.definition = definition
    this.find = find
    this.decisions = decisions
    this.add(definition, '')
    this.compensateCalls()
  }

  whole(): ProcessDefinition {
    const { elements, sequenceFlows, eventSubProcesses } = this
    return { ...this.definition, elements, sequenceFlows, eventSubProcesses }
  }

  /** Adds what is drawn in a process; what a linked one has of others is found again. */
  private add(definition: ProcessDefinition, prefix: string): void {
    const ownKeys = ({ id }: { id: string }) => !id.includes('/')
    for (const flow of Object.values(definition.sequenceFlows).filter(ownKeys)) {
      this.sequenceFlows[prefix + flow.id] = renameFlow(flow, prefix)
    }
    for (const [scope, starts] of Object.entries(definition.eventSubProcesses)) {
      const top = scope === '' && prefix !== ''
      if (!scope.includes('/') && !top) this.eventSubProcesses[prefix + scope] = starts.map((start) => prefix + start)
    }
    const own = Object.values(definition.elements).filter(ownKeys)
    for (const element of own) {
      this.elements[prefix + element.id] = this.withDecision(renameElement(element, prefix))
    }
    for (const { id, call } of own) if (call) this.connect(prefix + id, call)
  }

  private withDecision(element: FlowElement): FlowElement {
    const { decision } = element
    const linked = decision && this.decisions.find(({ id }) => id === decision.ref)
    if (!linked) return element
    this.refers = true
    return { ...element, decision: { ...decision, linked } }
  }

  /** What can be compensated in a called process is compensated with the call. */
  private compensateCalls(): void {
    const calls = Object.values(this.elements).filter(({ call }) => call)
    const isCompensable = ({ scope, compensable }: FlowElement, within: string | undefined) =>
      compensable && scope === within
    for (let size = -1; size !== this.compensableCalls(calls); ) {
      size = this.compensableCalls(calls)
      for (const { id, starts } of calls) {
        const within = this.elements[starts?.[0] ?? '']?.scope
        if (Object.values(this.elements).some((element) => isCompensable(element, within))) {
          markCompensable(this.elements, id)
        }
      }
    }
  }

  private compensableCalls(calls: readonly FlowElement[]): number {
    return calls.filter(({ id }) => this.elements[id]?.compensable).length
  }

  /** Tells a call activity where the process begins that it calls, and which event sub-processes that one has. */
  private connect(key: string, call: CallRule): void {
    this.refers = true
    const name = call.version === undefined ? call.processId : `${call.processId}@${call.version}`
    const prefix = prefixOf(name)
    const known = this.known.get(name)
    const called = known ?? this.find({ processId: call.processId, version: call.version })
    if (!called) {
      const elementId = this.elements[key]?.bareId
      throw new FlowError('PROCESS_MISSING', { elementId, process: call.processId, version: call.version })
    }
    const start = called.starts.find((id) => !called.elements[id]?.event) ?? called.starts[0]
    const element = this.elements[key]
    if (element && start) this.elements[key] = { ...element, starts: [prefix + start] }
    const above = called.eventSubProcesses[''] ?? []
    if (above.length > 0) this.eventSubProcesses[key] = above.map((id) => prefix + id)
    if (known) return
    this.known.set(name, called)
    this.add(called, prefix)
  }
}
