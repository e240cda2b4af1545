import { FlowError, type ProcessDefinition, parse } from '@zhupi/flows'
import type { DefinitionChange } from './definition-change.ts'

/** What changed from one diagram to the next, in words; elements are told by their ids. */
export async function diffFlows(before: string | undefined, after: string): Promise<DefinitionChange[]> {
  const [old, now] = await Promise.all([before === undefined ? undefined : readable(before), readable(after)])
  if (!now) return [change('changed', '', '流程图有改动，但还没有画完，不能运行', true)]
  if (!old) return []
  const changes: DefinitionChange[] = []
  for (const [id, element] of Object.entries(old.elements)) {
    const next = now.elements[id]
    const called = `“${element.name ?? id}”`
    if (!next) changes.push(change('removed', id, `删去了${called}`, true))
    else if (next.name !== element.name)
      changes.push(change('changed', id, `${called}改名为“${next.name ?? id}”`, false))
    else if (!same(work(element), work(next))) changes.push(change('changed', id, `${called}的设置有改动`, false))
  }
  for (const [id, { name }] of Object.entries(now.elements)) {
    if (!old.elements[id]) changes.push(change('added', id, `新增了“${name ?? id}”`, false))
  }
  if (!same(old.sequenceFlows, now.sequenceFlows)) changes.push(change('changed', '', '流转的走向或条件有改动', false))
  return changes
}

/** An element without what follows from its neighbours. */
function work({ incoming, outgoing, boundaries, ...own }: ProcessDefinition['elements'][string]) {
  return own
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

async function readable(xml: string): Promise<ProcessDefinition | undefined> {
  try {
    return await parse(xml)
  } catch (error) {
    if (error instanceof FlowError) return undefined
    throw error
  }
}

function change(kind: DefinitionChange['kind'], path: string, message: string, breaks: boolean): DefinitionChange {
  return { area: 'flow', kind, path, message, breaks }
}
