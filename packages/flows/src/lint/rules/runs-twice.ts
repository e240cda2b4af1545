import type { Node } from '../diagram.ts'
import { nameOf, type Rule } from '../rule.ts'
import { reach, waysInScope } from '../ways.ts'

interface Branch {
  first: Node
  /** Everything that it leads to. */
  all: ReadonlySet<Node>
}

const MAX_STEPS = 1_000_000

/** A parallel split whose branches meet where nothing joins them: what follows happens once a branch. */
export const runsTwice: Rule = {
  name: 'runs-twice',
  severity: 'warning',
  check({ nodes }, report) {
    const said = new Set<Node>()
    let steps = 0
    for (const split of nodes) {
      if (split.type !== 'bpmn:ParallelGateway' || split.outgoing.length < 2) continue
      const branches = split.outgoing.map(({ target }) => ({ first: target, all: reach([target], waysInScope) }))
      for (const [index, one] of branches.entries()) {
        steps += branches.length * one.all.size
        // A diagram that large was drawn by no hand.
        if (steps > MAX_STEPS) return
        const meet = branches
          .slice(index + 1)
          .map((two) => whereTheyMeet(split, one, two))
          .find((node) => node !== undefined)
        if (!meet || said.has(meet)) continue
        said.add(meet)
        report(meet.id, {
          message: {
            zh: `${nameOf(split)}并行分出的几条线在${nameOf(meet)}碰头却没有汇合，${nameOf(meet)}和它后面的步骤会办不止一遍。`,
            en: `The parallel branches of ${nameOf(split)} meet at ${nameOf(meet)} without being joined: it and what follows happen more than once.`,
          },
          help: {
            zh: '在碰头的地方放一个并行网关，把几条线汇合成一条。',
            en: 'Put a parallel gateway where they meet, to join them into one.',
          },
        })
      }
    }
  },
}

/** The first node that both branches surely come to, each by itself, and that does not join them. */
function whereTheyMeet(split: Node, one: Branch, two: Branch): Node | undefined {
  const [ofOne, ofTwo] = [one.all, two.all]
  if (ofOne.has(split) || ofTwo.has(split)) return undefined
  const [meet, ...others] = [...ofOne].filter((node) => ofTwo.has(node) && isEntry(node, ofOne, ofTwo))
  if (!meet || others.length > 0 || joins(meet) || endsAll(meet)) return undefined
  return mustPass(one.first, meet) && mustPass(two.first, meet) ? meet : undefined
}

/** Come to from a part that only one of the two branches has. */
function isEntry(node: Node, ofOne: ReadonlySet<Node>, ofTwo: ReadonlySet<Node>): boolean {
  const isRoot = node.incoming.some(
    ({ source }) => source.type === 'bpmn:ParallelGateway' && !ofOne.has(source) && !ofTwo.has(source),
  )
  return isRoot || node.incoming.some(({ source }) => ofOne.has(source) !== ofTwo.has(source))
}

/** No way from here ends, or goes on for ever, without passing the node. */
function mustPass(from: Node, through: Node): boolean {
  if (from === through) return true
  const around = reach([from], (node) => waysInScope(node).filter((next) => next !== through))
  return [...around].every((node) => node.outgoing.length > 0 && node.scope.eventSubProcesses.length === 0)
}

function joins({ type }: Node): boolean {
  return type === 'bpmn:ParallelGateway' || type === 'bpmn:InclusiveGateway' || type === 'bpmn:ComplexGateway'
}

/** The first to come ends the case for the others: a race, and meant. */
function endsAll({ event, outgoing }: Node): boolean {
  return event === 'Terminate' || (outgoing.length === 1 && outgoing[0]?.target.event === 'Terminate')
}
