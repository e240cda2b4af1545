import type { ProcessDefinition } from '@zhupi/flows'
import type { z } from 'zod'
import type { MatterVersion } from '../../app-folder/definition-store.ts'
import type { CaseRecord } from './case-record.ts'
import type { Diagram } from './case-schema.ts'
import { nameOfElement } from './element-name.ts'
import type { LinkedRecord } from './history-chain.ts'

type DiagramView = z.input<typeof Diagram>

/** The diagram of a case and its way through it, as its history tells. */
export function presentDiagram(
  { flow, flowXml }: MatterVersion,
  record: CaseRecord,
  history: readonly LinkedRecord[],
): DiagramView {
  const undoneTasks = new Set(history.flatMap(({ undoes }) => undoes))
  const marks = new Map<string, DiagramView['marks'][number]['state']>()
  for (const id of flow.starts) marks.set(id, 'done')
  for (const { elementId, taskId, kind } of history) {
    if (elementId === null || !LEFT.has(kind)) continue
    marks.set(drawnId(flow, elementId), taskId !== null && undoneTasks.has(taskId) ? 'undone' : 'done')
  }
  if (record.endedAt !== null && record.status === 'completed') markEnd(flow, marks)
  for (const { id } of record.waiting) marks.set(drawnId(flow, id), 'active')
  return {
    xml: flowXml,
    marks: [...marks].map(([elementId, state]) => ({ elementId, state })),
    taken: flowsTaken(flow, marks),
    returns: history.flatMap((entry) => toReturn(flow, entry)),
  }
}

/** One instance of what a marker repeats is drawn as the whole. */
function drawnId(flow: ProcessDefinition, id: string): string {
  return flow.elements[id]?.bodyOf ?? id
}

/** Acts that leave the element they name. */
const LEFT: ReadonlySet<LinkedRecord['kind']> = new Set(['completed', 'resubmitted', 'message', 'service', 'timer'])

/** The end that is reached from what was done last, without a step between. */
function markEnd(flow: ProcessDefinition, marks: Map<string, string>): void {
  const done = [...marks].filter(([, state]) => state === 'done').map(([id]) => id)
  for (const id of done.toReversed()) {
    const end = reachable(flow, id, new Set(marks.keys())).find(
      ({ target }) => flow.elements[target]?.type === 'bpmn:EndEvent',
    )
    if (end) {
      marks.set(end.target, 'done')
      return
    }
  }
}

/** Sequence flows between two places that were visited, over gateways and events that leave no trace of their own. */
function flowsTaken(flow: ProcessDefinition, marks: ReadonlyMap<string, string>): string[] {
  const taken = new Set<string>()
  const visited = new Set(marks.keys())
  for (const [id, state] of marks) {
    if (state !== 'done') continue
    for (const { target, path } of reachable(flow, id, visited)) {
      if (marks.has(target) && marks.get(target) !== 'undone') for (const step of path) taken.add(step)
    }
  }
  return [...taken]
}

/** Every way from an element to the next places, which end it: visited ones, tasks and ends. */
function reachable(flow: ProcessDefinition, from: string, visited: ReadonlySet<string>) {
  const found: Array<{ target: string; path: string[] }> = []
  const follow = (id: string, path: string[], seen: ReadonlySet<string>) => {
    for (const flowId of flow.elements[id]?.outgoing ?? []) {
      const target = flow.sequenceFlows[flowId]?.target
      if (target === undefined || seen.has(target)) continue
      const way = [...path, flowId]
      if (visited.has(target) || !flow.elements[target]?.type.endsWith('Gateway')) found.push({ target, path: way })
      else follow(target, way, new Set([...seen, target]))
    }
  }
  const attached = flow.elements[from]?.boundaries ?? []
  for (const id of [from, ...attached.filter((boundary) => visited.has(boundary))]) follow(id, [], new Set([from]))
  return found
}

function toReturn(flow: ProcessDefinition, { kind, elementId, toName, at }: LinkedRecord): DiagramView['returns'] {
  if (kind !== 'returned' || elementId === null) return []
  const named = Object.keys(flow.elements).find((id) => nameOfElement(flow, id) === toName)
  const to = named ?? flow.starts[0]
  return to === undefined ? [] : [{ from: drawnId(flow, elementId), to, at }]
}
