import type { Flow, Node, Scope } from './diagram.ts'
import { linked } from './ways.ts'

/**
 * Every way that tokens can lie on the sequence flows of one scope. What is chosen at run time (conditions, boundary events,
 * events) is taken to go every way, and a flow holds none, one or many tokens, so that what is not found here cannot happen;
 * what is found here need not.
 */
export interface TokenSearch {
  /** Nodes that were entered in some run. */
  entered: ReadonlySet<Node>
  /** Flows on which a token lay in some run. */
  marked: ReadonlySet<Flow>
}

/** Tokens on a flow: `MANY` is two or more. */
type Marking = Uint8Array
const MANY = 2
/** Beyond this nothing is said: a search has to end. */
const MAX_MARKINGS = 5_000
const MAX_STEPS = 100_000
const MAX_CHOICES = 8

/** Undefined when there is more than can be looked through. */
export function searchTokens(scope: Scope): TokenSearch | undefined {
  const flows = [...new Set(scope.nodes.flatMap(({ outgoing }) => outgoing))]
  if (flows.length > 400) return undefined
  const net = new Net(flows)
  const seen = new Map<string, Marking>()
  const pending: Marking[] = []
  const add = (marking: Marking) => {
    const key = marking.join('')
    if (seen.has(key)) return
    seen.set(key, marking)
    pending.push(marking)
  }
  // Each start is a run of its own.
  for (const start of scope.starts) for (const marking of net.fire(start, net.empty(), [])) add(marking)
  for (let marking = pending.pop(); marking; marking = pending.pop()) {
    for (const next of net.after(marking)) add(next)
    if (seen.size > MAX_MARKINGS || net.overflowed) return undefined
  }
  return { entered: net.entered, marked: net.marked }
}

class Net {
  readonly entered = new Set<Node>()
  readonly marked = new Set<Flow>()
  overflowed = false
  private steps = 0
  private readonly flows: readonly Flow[]
  private readonly index: ReadonlyMap<Flow, number>

  constructor(flows: readonly Flow[]) {
    this.flows = flows
    this.index = new Map(flows.map((flow, at) => [flow, at]))
  }

  empty(): Marking {
    return new Uint8Array(this.flows.length)
  }

  /** Every marking that one step leads to. */
  after(marking: Marking): Marking[] {
    return this.flows.flatMap((flow, at) => {
      if (marking[at] === 0) return []
      this.marked.add(flow)
      const { target } = flow
      if (!joins(target)) return this.fire(target, marking, [flow])
      const filled = target.incoming.filter((incoming) => this.tokens(marking, incoming) > 0)
      // Tried once a join, not once a filled flow.
      if (filled[0] !== flow) return []
      if (target.type === 'bpmn:InclusiveGateway') return this.fire(target, marking, filled)
      return filled.length === target.incoming.length ? this.fire(target, marking, filled) : []
    })
  }

  private tokens(marking: Marking, flow: Flow): number {
    return marking[this.index.get(flow) ?? -1] ?? 0
  }

  /** Takes a token of each consumed flow, in every way there is, and lays those that the node sends. */
  fire(node: Node, marking: Marking, consumed: readonly Flow[]): Marking[] {
    this.entered.add(node)
    const besides = node.boundaries.filter(({ element }) => element.cancelActivity === false)
    if (consumed.length > MAX_CHOICES || besides.length > MAX_CHOICES / 2) this.overflowed = true
    if (this.overflowed) return []
    const rests = this.without(marking, consumed)
    const outcomes = this.outcomes(node)
    this.steps += rests.length * outcomes.length
    if (this.steps > MAX_STEPS) this.overflowed = true
    return this.overflowed ? [] : rests.flatMap((rest) => outcomes.map((produced) => this.with(rest, produced)))
  }

  private without(marking: Marking, consumed: readonly Flow[]): Marking[] {
    return consumed.reduce<Marking[]>(
      (markings, flow) => {
        const at = this.index.get(flow) ?? -1
        return markings.flatMap((one) => {
          const less = one.slice()
          less[at] = one[at] === MANY ? 1 : 0
          return one[at] === MANY ? [less, one] : [less]
        })
      },
      [marking],
    )
  }

  private with(marking: Marking, produced: readonly Flow[]): Marking {
    const more = marking.slice()
    for (const flow of produced) {
      const at = this.index.get(flow) ?? -1
      more[at] = Math.min(MANY, (more[at] ?? 0) + 1)
    }
    return more
  }

  /** The sets of flows that a node may send tokens along; a flow twice in one stands for many. */
  private outcomes(node: Node): Flow[][] {
    const links = linked(node).flatMap((target) => this.outcomes(target))
    const main = links.length > 0 ? links : this.mainOutcomes(node)
    const breaking = node.boundaries.filter(({ element }) => element.cancelActivity !== false)
    const beside = node.boundaries.filter(({ element }) => element.cancelActivity === false)
    for (const boundary of node.boundaries) this.entered.add(boundary)
    for (const target of linked(node)) this.entered.add(target)
    const ends = [...main, ...breaking.flatMap((boundary) => this.mainOutcomes(boundary))]
    return beside.reduce((sets, boundary) => {
      const more = this.mainOutcomes(boundary)
      return sets.flatMap((set) => [
        set,
        ...more.flatMap((extra) => [
          [...set, ...extra],
          [...set, ...extra, ...extra],
        ]),
      ])
    }, ends)
  }

  private mainOutcomes({ type, outgoing, default: fallback }: Node): Flow[][] {
    if (outgoing.length === 0) return [[]]
    if (type === 'bpmn:ExclusiveGateway' || type === 'bpmn:EventBasedGateway' || type === 'bpmn:ComplexGateway') {
      return outgoing.map((flow) => [flow])
    }
    if (type === 'bpmn:ParallelGateway') return [outgoing]
    const always = outgoing.filter(({ id, condition }) => condition === undefined && id !== fallback)
    const sometimes = outgoing.filter((flow) => !always.includes(flow))
    if (sometimes.length > MAX_CHOICES) {
      this.overflowed = true
      return []
    }
    const subsets = sometimes.reduce<Flow[][]>((sets, flow) => sets.flatMap((set) => [set, [...set, flow]]), [[]])
    return subsets.map((set) => [...always, ...set]).filter((set) => set.length > 0)
  }
}

function joins({ type, incoming }: Node): boolean {
  return incoming.length > 1 && (type === 'bpmn:ParallelGateway' || type === 'bpmn:InclusiveGateway')
}
