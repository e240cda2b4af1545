import type { FlowElement } from './process-definition.ts'
import { isSubProcess } from './sub-process.ts'

/** What a circle is made of: the part of a definition that this looks at, which lint has of a broken one, too. */
export interface LoopGraph {
  elements: Readonly<Record<string, LoopElement>>
  sequenceFlows: Readonly<Record<string, { target: string }>>
}

type LoopElement = Pick<FlowElement, 'id' | 'type' | 'incoming' | 'outgoing' | 'event'>

/** What a token passes at once and unchanged, so that a second time round is like the first. */
const PASSED_UNCHANGED = new Set([
  'bpmn:ExclusiveGateway',
  'bpmn:InclusiveGateway',
  'bpmn:ParallelGateway',
  'bpmn:IntermediateThrowEvent',
  'bpmn:EndEvent',
  'bpmn:StartEvent',
  'bpmn:BoundaryEvent',
  'bpmn:Task',
  'bpmn:ManualTask',
])

/**
 * A circle of elements none of which waits or changes anything, first element first; undefined when there is none.
 * A parallel join waits for its other branches, so it breaks a circle.
 *
 * @param jumps where it goes on from an element though no flow is drawn: ids; see `jumpsFrom`
 */
export function findEndlessLoop(
  { elements, sequenceFlows }: LoopGraph,
  jumps: (id: string) => readonly string[] = () => [],
): string[] | undefined {
  const next = ({ id, type, outgoing }: LoopElement): LoopElement[] => {
    // Of a sub-process it goes on inside at once; what follows waits until it is left.
    const flows = isSubProcess({ type }) ? [] : outgoing.map((flow) => sequenceFlows[flow]?.target ?? '')
    return [...flows, ...jumps(id)].flatMap((target) => elements[target] ?? []).filter(passes)
  }
  const finished = new Set<string>()

  for (const start of Object.values(elements).filter(passes)) {
    if (finished.has(start.id)) continue
    // Depth first with a stack of our own: a diagram of 2 MB may be one long line.
    const path = [{ element: start, rest: next(start) }]
    const onPath = new Set([start.id])
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const step = top.rest.pop()
      if (!step) {
        path.pop()
        onPath.delete(top.element.id)
        finished.add(top.element.id)
      } else if (onPath.has(step.id)) {
        const ids = path.map(({ element }) => element.id)
        return ids.slice(ids.indexOf(step.id))
      } else if (!finished.has(step.id)) {
        path.push({ element: step, rest: next(step) })
        onPath.add(step.id)
      }
    }
  }
  return undefined
}

function passes(element: LoopElement): boolean {
  const joins = element.type === 'bpmn:ParallelGateway' && element.incoming.length > 1
  const linked = element.type === 'bpmn:IntermediateCatchEvent' && element.event?.kind === 'link'
  return (PASSED_UNCHANGED.has(element.type) || isSubProcess(element) || linked) && !joins
}
