import { diff, FlowError, type ProcessDefinition, parse } from '@zhupi/flows'
import type { DefinitionChange } from './definition-change.ts'

/** What changed from one diagram to the next, in words. */
export async function diffFlows(before: string, after: string): Promise<DefinitionChange[]> {
  const [old, now] = await Promise.all([readable(before), readable(after)])
  if (!now) {
    return [{ area: 'flow', kind: 'changed', path: '', message: '流程图有改动，但还没有画完，不能运行', breaks: true }]
  }
  if (!old) return []
  return diff(old, now).changes.map(({ kind, what, from, to, words }) => ({
    area: 'flow',
    kind: kind === 'moved' ? 'changed' : kind,
    path: to ?? from ?? '',
    message: words.zh,
    breaks: kind === 'removed' && what === 'element',
  }))
}

async function readable(xml: string): Promise<ProcessDefinition | undefined> {
  try {
    return await parse(xml)
  } catch (error) {
    if (error instanceof FlowError) return undefined
    throw error
  }
}
