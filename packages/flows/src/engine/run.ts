import { fill } from '../definition/expression.ts'
import type { FlowElement, ProcessDefinition, SequenceFlow } from '../definition/process-definition.ts'
import { FlowError } from '../errors.ts'
import { apply } from './apply.ts'
import type { Behavior } from './behaviors/behavior.ts'
import { behaviorOf } from './behaviors/index.ts'
import { cancelWaits } from './cancel-waits.ts'
import type { Variables } from './command.ts'
import type { Context } from './context.ts'
import type { EndStatus, Event } from './event.ts'
import { armEventSubProcesses, PROCESS } from './event-sub-processes.ts'
import { openActivations } from './find-activation.ts'
import type { Activation } from './instance.ts'
import { leaveInstance } from './instances.ts'
import { unique } from './lineage.ts'
import { lookAtConditions } from './look-at-conditions.ts'
import { outgoingFlows } from './outgoing-flows.ts'
import type { State } from './state.ts'
import { giveUpAside } from './straight-back.ts'
import { supersede } from './supersede.ts'
import { holdersFor, portionsOf, visibleIn } from './variables.ts'

/** A token on its way to an element; between commands none is on its way. */
export interface Token {
  element: string
  /** The sequence flow that it came along; absent at a start. */
  flow?: string
  from: readonly number[]
  scope?: number
}

/** Where a visit comes from, and the activation of the sub-process around it. */
export interface Origin extends Pick<Token, 'from' | 'scope'> {
  /** The activation that this one compensates. */
  compensates?: number
}

interface OpenOptions {
  joins?: readonly string[]
  anew?: true
  instance?: number
  variables?: Variables
}

/** How many elements one command may enter: a diagram that needs more runs in a circle. */
const MAX_ENTERED = 10_000

/**
 * One command at work: the state so far, the events so far, and the tokens that are still on their way.
 * Behaviors and commands change the state through `emit` and move tokens through the verbs below, and know no other way.
 */
export class Run {
  readonly definition: ProcessDefinition
  readonly state: State
  readonly context: Context
  readonly events: Event[] = []
  private tokens: Token[] = []
  private entered = 0
  /** Joins are to be looked at again: a token died or came back. */
  private disturbed = false
  /** Conditional events are to be looked at: a variable has changed. */
  private conditions = false

  constructor(definition: ProcessDefinition, state: State, context: Context) {
    this.definition = definition
    this.state = state
    this.context = context
  }

  emit(event: Event): void {
    this.events.push(event)
    apply(this.state, event)
    if (event.type === 'VariablesSet' || event.type === 'RoundClosed') this.conditions = true
  }

  element(id: string): FlowElement {
    const element = this.definition.elements[id]
    if (!element) throw new FlowError('REFERENCE_MISSING', { elementId: id })
    return element
  }

  sequenceFlow(id: string): SequenceFlow {
    const flow = this.definition.sequenceFlows[id]
    if (!flow) throw new FlowError('REFERENCE_MISSING', { sequenceFlowId: id })
    return flow
  }

  behavior(element: FlowElement): Behavior {
    const behavior = behaviorOf(element)
    if (!behavior) throw new FlowError('ELEMENT_UNSUPPORTED', { elementId: element.id })
    return behavior
  }

  activation(id: number): Activation {
    const activation = this.state.find(id)
    if (!activation) throw new FlowError('REFERENCE_MISSING', { activationId: id })
    return activation
  }

  send(token: Token): void {
    this.tokens.push(token)
  }

  /** Lets all tokens run until they wait, and ends the scopes in which none is left. */
  settle(): void {
    for (;;) {
      const token = this.tokens.shift()
      if (token) this.arrive(token)
      else if (this.state.status !== 'running') return
      else if (this.disturbed) this.lookAgain()
      else if (this.conditions) this.conditions = lookAtConditions(this)
      else if (!this.endEmptyScope()) return
    }
  }

  private arrive(token: Token): void {
    const element = this.element(token.element)
    const behavior = this.behavior(element)
    if (behavior.arrive) behavior.arrive(this, element, token)
    else this.enter(element, token)
  }

  /** Begins a visit. `joins`: the flows of which a join consumes a waiting token each. */
  enter(element: FlowElement, origin: Origin, joins?: readonly string[]): void {
    const activationId = this.open(element, origin, { joins })
    this.attach(activationId)
    this.behavior(element).enter(this, element, activationId)
  }

  /** Writes the visit down, without beginning it. */
  open(element: FlowElement, { from, scope, compensates }: Origin, { joins, ...marks }: OpenOptions = {}): number {
    this.entered += 1
    if (this.entered > MAX_ENTERED) throw new FlowError('ENDLESS_LOOP', { elementId: element.id })
    const activationId = this.state.next
    this.emit({
      type: 'ElementEntered',
      elementId: element.id,
      activationId,
      from,
      scope,
      anew: marks.anew,
      instance: marks.instance,
      variables: marks.variables,
      compensates,
      joins,
    })
    return activationId
  }

  conditionsChanged(): void {
    this.conditions = true
  }

  /** Arms the boundary events of an activity, and the event sub-processes inside it. */
  attach(activationId: number): void {
    const element = this.element(this.activation(activationId).element)
    const { boundaries, starts } = element
    this.behavior(element).prepare?.(this, element, activationId)
    if (starts) armEventSubProcesses(this, activationId)
    for (const id of boundaries) {
      const boundary = this.element(id)
      this.behavior(boundary).attach?.(this, boundary, activationId)
    }
  }

  /**
   * Ends a visit and sends tokens along `flows`, by default along each whose condition holds.
   * `cut`: what goes on inside was broken off, so that nothing in there can be returned to.
   */
  leave(activationId: number, flows?: readonly SequenceFlow[], cut = false): void {
    const { element: elementId, scope, ends } = this.activation(activationId)
    const element = this.element(elementId)
    giveUpAside(this, activationId)
    this.behavior(element).leaving?.(this, element, activationId)
    if (element.bodyOf !== undefined) {
      leaveInstance(this, element, activationId, cut)
      return
    }
    const taken = flows ?? outgoingFlows(this, element, activationId)
    const from = this.close(activationId, element, cut)
    this.follow(taken, ends ? unique([...from, ...ends]) : from, scope)
  }

  /** Breaks a visit off, and everything inside it; answers what a token that goes on from here descends from. */
  interrupt(activationId: number): readonly number[] {
    giveUpAside(this, activationId)
    this.interruptInside(activationId)
    this.disturbed = true
    return this.close(activationId, this.element(this.activation(activationId).element), true)
  }

  /** Interrupts everything in a scope but this activation; without a scope, in the process. */
  interruptInside(scope: number | undefined, except?: number): void {
    this.tokens = this.tokens.filter((token) => token.scope !== scope)
    const inside = openActivations(this.state.near).filter((inner) => inner.scope === scope)
    for (const { id } of inside) if (id !== except) this.interrupt(id)
    if (!this.state.arrivals.some((arrival) => arrival.scope === scope)) return
    this.emit({ type: 'TokensBrokenOff', ...(scope !== undefined && { scope }) })
  }

  /**
   * Closes a visit; answers what its tokens descend from: itself when it can be returned to, else what it came from. What
   * is compensated, and what compensates, is remembered as well.
   */
  close(activationId: number, element: FlowElement, cut = false): readonly number[] {
    cancelWaits(this, activationId, 'interrupted')
    const activation = this.activation(activationId)
    const compensable = element.compensable && !cut
    // An instance counts as long as its activity is remembered.
    const counts = element.bodyOf !== undefined || compensable || activation.compensates !== undefined
    const kept = counts || (this.behavior(element).keeps?.(activation) ?? false)
    this.emit({
      type: 'ElementLeft',
      elementId: element.id,
      activationId,
      kept: kept || undefined,
      compensable: compensable || undefined,
      interrupted: cut || undefined,
    })
    if (!kept) return activation.from
    supersede(this, activationId, this.tokens)
    return [activationId]
  }

  /** Sends tokens along these flows; without any, the token ends. */
  follow(flows: readonly SequenceFlow[], from: readonly number[], scope: number | undefined): void {
    for (const flow of flows) {
      this.emit({ type: 'SequenceFlowTaken', sequenceFlowId: flow.id })
      this.send({ element: flow.target, flow: flow.id, from, scope })
    }
    if (flows.length > 0) return
    if (scope !== undefined) this.emit({ type: 'TokenEnded', activationId: scope, from })
    this.disturbed = true
  }

  /** Tokens on their way that descend from what is undone go with it. */
  dropTokens(isGone: (from: readonly number[]) => boolean): void {
    this.tokens = this.tokens.filter(({ from }) => !isGone(from))
    this.disturbed = true
  }

  /** Joins are to be looked at again once no token is on its way. */
  disturb(): void {
    this.disturbed = true
  }

  private lookAgain(): void {
    this.disturbed = false
    for (const { flow, scope } of [...this.state.arrivals]) {
      const join = this.element(this.definition.sequenceFlows[flow]?.target ?? flow)
      this.behavior(join).lookAgain?.(this, join, scope)
    }
  }

  /** Completes one scope in which nothing is left, innermost first; at last the process. False when there is none. */
  private endEmptyScope(): boolean {
    const open = openActivations(this.state.near)
    const scopes = open.filter(({ element }) => this.behavior(this.element(element)).isScope)
    const finished = scopes.findLast(({ id }) => this.isEmpty(id, open))
    if (finished) this.emptied(finished)
    else if (this.isEmpty(undefined, open)) this.end('completed')
    else if (open.length === scopes.length) this.reportStuck()
    return finished !== undefined
  }

  private emptied({ id, element: elementId }: Activation): void {
    const element = this.element(elementId)
    const behavior = this.behavior(element)
    if (behavior.emptied) behavior.emptied(this, element, id)
    else this.leave(id)
  }

  /** True when nothing goes on in a scope and no token waits there; without one, in the process. */
  private isEmpty(scope: number | undefined, open: readonly Activation[]): boolean {
    return (
      !open.some((inner) => inner.scope === scope) && !this.state.arrivals.some((arrival) => arrival.scope === scope)
    )
  }

  private reportStuck(): void {
    const joins = this.state.arrivals.map(({ flow }) => this.definition.sequenceFlows[flow]?.target ?? flow)
    this.emit({ type: 'TokensStuck', elementIds: [...new Set(joins)] })
  }

  /** Ends the run, whatever is still open. */
  end(status: EndStatus, reason?: string): void {
    this.tokens = []
    for (const { id } of openActivations(this.state.near)) cancelWaits(this, id, 'ended')
    cancelWaits(this, PROCESS, 'ended')
    this.emit({ type: 'ProcessEnded', status, at: this.context.now, ...(reason !== undefined && { reason }) })
  }

  /**
   * @param elementId of an element or a sequence flow
   * @param activationId whose variables are seen, and those around it; 0: the process's
   * @param extra names that the expression sees besides the variables, such as `result`
   */
  evaluate(expression: string, elementId: string, activationId: number, extra?: Variables): unknown {
    return this.evaluateOver(expression, elementId, this.visible(elementId, activationId), extra)
  }

  /** @param variables all that the expression sees, but for the initiator and `extra` */
  evaluateOver(expression: string, elementId: string, variables: Readonly<Variables>, extra?: Variables): unknown {
    try {
      return this.context.evaluate(expression, { initiator: this.state.initiator, ...variables, ...extra })
    } catch (cause) {
      throw new FlowError('EXPRESSION_FAILED', { elementId, expression }, { cause })
    }
  }

  /** The value of a text of the diagram that may hold `{{ FEEL }}`. */
  fill(text: string, elementId: string, activationId: number, extra?: Variables): unknown {
    return fill(text, (expression) => this.evaluate(expression, elementId, activationId, extra))
  }

  /** The variables that an element sees for an activation. */
  visible(elementId: string, activationId: number): Readonly<Variables> {
    return visibleIn(holdersFor(this.state, this.definition.elements[elementId], activationId))
  }

  /** Sets each variable where its name is known, from the activation outwards; a new one in the process, or the call. */
  setVariables(variables: Readonly<Variables>, elementId: string, activationId: number): void {
    const holders = holdersFor(this.state, this.definition.elements[elementId], activationId)
    for (const { scope, called, variables: portion } of portionsOf(holders, variables)) {
      this.emit({
        type: 'VariablesSet',
        variables: portion,
        ...(scope !== undefined && { scope }),
        ...(called && { called }),
      })
    }
  }
}
