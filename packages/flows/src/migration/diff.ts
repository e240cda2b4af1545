import { eachOf } from '../definition/element-key.ts'
import type { FlowElement, ProcessDefinition, SequenceFlow } from '../definition/process-definition.ts'
import { ASPECTS } from './aspects.ts'
import type { MigrationMapping } from './mapping.ts'
import { type Match, matchElements, scopeAfter } from './match-elements.ts'
import { matchFlows } from './match-flows.ts'
import { nameOf, type Words } from './words.ts'

/** One difference between two versions of a flow. */
export interface FlowChange {
  /** `moved`: into or out of a sub-process. */
  kind: 'added' | 'removed' | 'moved' | 'changed'
  what: 'element' | 'sequenceFlow' | 'process'
  /** Id in the older version; absent for what was added. */
  from?: string
  /** Id in the newer version; absent for what was removed. */
  to?: string
  /** Of a change: what about it, such as `people`, `round`, `due`, `condition`, `ends`. */
  aspect?: string
  words: Words
}

export interface FlowDiff {
  changes: FlowChange[]
  /** Every element and sequence flow of the older version, with what it is in the newer, and how sure that is. */
  matches: Match[]
  /** The same for `preflight` and `migrate`: only what has another id. */
  mapping: MigrationMapping
}

/** What changed from one version of a flow to the next, in words, and which element is which. */
export function diff(before: ProcessDefinition, after: ProcessDefinition): FlowDiff {
  const elements = matchElements(before, after)
  const drawn = elements.filter(({ from }) => before.elements[from]?.bodyOf === undefined)
  const flows = matchFlows(before, after, elements)
  const matches = [...elements, ...flows]
  const now = new Map(matches.map(({ from, to }) => [from, to ?? undefined]))
  const nowOf = (id: string | undefined) => (id === undefined ? undefined : now.get(id))
  return {
    changes: [
      ...processChanges(before, after),
      ...drawn.flatMap((match) => elementChanges(before, after, match, nowOf)),
      ...added(drawnIn(after), elements, 'element', (element) => nameOf(element)),
      ...flows.flatMap((match) => flowChanges(before, after, match, nowOf)),
      ...added(Object.values(after.sequenceFlows), flows, 'sequenceFlow', (flow) => flowName(after, flow)),
    ],
    matches,
    mapping: Object.fromEntries(
      matches.flatMap(({ from, to }): [string, string][] => (to === null || to === from ? [] : [[from, to]])),
    ),
  }
}

function processChanges(before: ProcessDefinition, after: ProcessDefinition): FlowChange[] {
  if (before.name === after.name) return []
  const [old, name] = [before.name ?? before.id, after.name ?? after.id]
  const words = { zh: `流程名称由「${old}」改为「${name}」`, en: `The flow “${old}” is now called “${name}”` }
  return [{ kind: 'changed', what: 'process', from: before.id, to: after.id, aspect: 'name', words }]
}

function elementChanges(
  before: ProcessDefinition,
  after: ProcessDefinition,
  { from, to }: Match,
  nowOf: (id: string | undefined) => string | undefined,
): FlowChange[] {
  const [old, element] = [asDrawn(before, from), asDrawn(after, to ?? '')]
  if (!old) return []
  const { zh, en } = nameOf(old)
  if (!element) {
    return [{ kind: 'removed', what: 'element', from, words: { zh: `删去了${zh}`, en: `The ${en} was removed` } }]
  }
  const ends = { what: 'element', from, to: element.id } as const
  const moved: FlowChange[] =
    scopeAfter(before, old, nowOf) === scopeAfter(after, element, (id) => id)
      ? []
      : [{ kind: 'moved', ...ends, words: movedInWords(after, element, { zh, en }) }]
  const changed = ASPECTS.filter(
    ({ of }) => JSON.stringify(of(old, nowOf)) !== JSON.stringify(of(element, (id) => id)),
  ).map(({ key, words, show }): FlowChange => {
    const [was, is] = show ? [show(old), show(element)] : []
    return {
      kind: 'changed',
      ...ends,
      aspect: key,
      words: {
        zh: was && is ? `${zh}的${words.zh}由「${was.zh}」改为「${is.zh}」` : `${zh}的${words.zh}有改动`,
        en:
          was && is
            ? `The ${words.en} of the ${en}: “${was.en}” is now “${is.en}”`
            : `The ${words.en} of the ${en} changed`,
      },
    }
  })
  return [...moved, ...changed]
}

/** An activity with its marker as the one element that people see. */
function asDrawn({ elements }: ProcessDefinition, id: string): FlowElement | undefined {
  const element = elements[id]
  const body = elements[eachOf(id)]
  if (!element || !body) return element
  const { bodyOf: _, ...work } = body
  const { loop, scope, incoming, outgoing, boundaries, starts } = element
  return { ...work, id, loop, scope, incoming, outgoing, boundaries, starts, default: element.default }
}

function drawnIn({ elements }: ProcessDefinition): FlowElement[] {
  return Object.values(elements).filter(({ bodyOf }) => bodyOf === undefined)
}

function movedInWords({ elements }: ProcessDefinition, { scope }: FlowElement, { zh, en }: Words): Words {
  const around = elements[scope ?? '']
  if (!around) return { zh: `${zh}移出了子流程`, en: `The ${en} was moved out of its sub-process` }
  const into = nameOf(around)
  return { zh: `${zh}移入了${into.zh}`, en: `The ${en} was moved into the ${into.en}` }
}

function flowChanges(
  before: ProcessDefinition,
  after: ProcessDefinition,
  { from, to }: Match,
  nowOf: (id: string | undefined) => string | undefined,
): FlowChange[] {
  const [old, flow] = [before.sequenceFlows[from], after.sequenceFlows[to ?? '']]
  if (!old) return []
  const name = flowName(before, old)
  if (!flow) {
    const words = { zh: `删去了${name.zh}`, en: `The ${name.en} was removed` }
    return [{ kind: 'removed', what: 'sequenceFlow', from, words }]
  }
  const changes: FlowChange[] = []
  const change = (aspect: string, words: Words) =>
    changes.push({ kind: 'changed', what: 'sequenceFlow', from, to: flow.id, aspect, words })
  if (nowOf(old.source) !== flow.source || nowOf(old.target) !== flow.target) {
    const is = flowName(after, flow)
    change('ends', { zh: `${name.zh}改为${is.zh}`, en: `The ${name.en} is now the ${is.en}` })
  }
  if (old.condition !== flow.condition) {
    const [was, is] = [old.condition, flow.condition]
    change('condition', {
      zh: `${name.zh}的条件由「${was ?? '无'}」改为「${is ?? '无'}」`,
      en: `The condition of the ${name.en}: “${was ?? 'none'}” is now “${is ?? 'none'}”`,
    })
  }
  if (old.name !== flow.name) {
    change('name', {
      zh: `${name.zh}的名称改为「${flow.name ?? ''}」`,
      en: `The ${name.en} is now called “${flow.name ?? ''}”`,
    })
  }
  return changes
}

function flowName({ elements }: ProcessDefinition, { source, target }: SequenceFlow): Words {
  const label = (id: string) => elements[id]?.name || id
  return {
    zh: `流向「${label(source)} → ${label(target)}」`,
    en: `sequence flow “${label(source)} → ${label(target)}”`,
  }
}

function added<T extends { id: string }>(
  things: readonly T[],
  matches: readonly Match[],
  what: 'element' | 'sequenceFlow',
  name: (thing: T) => Words,
): FlowChange[] {
  const known = new Set(matches.map(({ to }) => to))
  return things
    .filter(({ id }) => !known.has(id))
    .map((thing) => {
      const { zh, en } = name(thing)
      return { kind: 'added', what, to: thing.id, words: { zh: `新增了${zh}`, en: `The ${en} was added` } }
    })
}
