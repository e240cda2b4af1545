import { type ProcessDefinition, parse } from '../src/index.ts'

/** XML of an element of this id. */
export type Element = (id: string) => string

export interface UserOptions {
  round?: 'all' | 'any' | 'vote' | 'sequential'
  /** Attributes of `zhupi:round`, of `zhupi:policies` and of `zhupi:due`. */
  count?: string
  policies?: string
  due?: string
  name?: string
}

/**
 * Draws a diagram from lines: `start -> a -> split`, `gate -[days > 3]-> board`, `gate -[else]-> team`. What is not in
 * `elements` is a start or an end by its name (`start`, `start2`, `end`, …), or a merge. A sequence flow is named after its
 * ends: `a-b`.
 */
export function draw(lines: string, elements: Record<string, Element> = {}): Promise<ProcessDefinition> {
  return parse(xmlOf(lines, elements))
}

export function xmlOf(lines: string, elements: Record<string, Element> = {}): string {
  return `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zhupi="urn:zhupi:bpmn:1" targetNamespace="t">
    <message id="message-m" name="m" /><message id="message-n" name="n" /><signal id="signal-s" name="s" />
    <process id="p" isExecutable="true">${scopeOf(lines, elements)}</process></definitions>`
}

export function scopeOf(lines: string, elements: Record<string, Element>): string {
  const flows: string[] = []
  const ids = new Set(Object.keys(elements))
  const defaults = new Map<string, string>()
  for (const line of lines.trim().split('\n')) {
    const [first = '', ...rest] = line.trim().split(/\s*(?:-\[(.*?)\])?->\s*/)
    ids.add(first)
    for (let source = first, at = 0; at < rest.length; at += 2) {
      const [condition, target = ''] = [rest[at], rest[at + 1]]
      ids.add(target)
      const id = `${source}-${target}`
      if (condition === 'else') defaults.set(source, id)
      const inside =
        condition && condition !== 'else' ? `<conditionExpression>${escapeXml(condition)}</conditionExpression>` : ''
      flows.push(`<sequenceFlow id="${id}" sourceRef="${source}" targetRef="${target}">${inside}</sequenceFlow>`)
      source = target
    }
  }
  const drawn = [...ids].map((id) => {
    const xml = (elements[id] ?? kindOf(id))(id)
    const fallback = defaults.get(id)
    return fallback === undefined ? xml : xml.replace(` id="${id}"`, ` id="${id}" default="${fallback}"`)
  })
  return [...drawn, ...flows].join('\n')
}

function kindOf(id: string): Element {
  if (id.startsWith('start')) return node('startEvent')
  return node(id.startsWith('end') ? 'endEvent' : 'exclusiveGateway')
}

/** A user task of people (each a user); without any it is anybody's. */
export function user(people: string | string[], { round, count = '', policies, due, name }: UserOptions = {}): Element {
  const marker = round && `<multiInstanceLoopCharacteristics${round === 'sequential' ? ' isSequential="true"' : ''} />`
  const rules = [people].flat().map((person) => `<zhupi:people from="user" value="${person}" />`)
  const actions = 'approve reject return transfer delegate addSigners removeSigners claim cc'
  const extension = [
    ...rules,
    round && `<zhupi:round type="${round}" ${count} />`,
    policies && `<zhupi:policies ${policies} />`,
    due && `<zhupi:due ${due} />`,
    `<zhupi:actions allow="${actions}" />`,
  ]
  return (id) => `<userTask id="${id}"${name ? ` name="${name}"` : ''}>
    <extensionElements>${extension.filter(Boolean).join('')}</extensionElements>${marker ?? ''}</userTask>`
}

/** A node with an inside that is XML. */
export function node(tag: string, inside = '', attributes = ''): Element {
  return (id) => `<${tag} id="${id}" ${attributes}>${inside}</${tag}>`
}

export const parallel: Element = node('parallelGateway')
export const inclusive: Element = node('inclusiveGateway')

export function service(attributes = ''): Element {
  return node('serviceTask', `<extensionElements><zhupi:service type="work" ${attributes} /></extensionElements>`)
}

export function sub(lines: string, elements: Record<string, Element> = {}, attributes = ''): Element {
  return node('subProcess', scopeOf(lines, elements), attributes)
}

/** A boundary event on an activity; `when` is XML of its event definition. */
export function boundary(host: string, when: string, { interrupting = true } = {}): Element {
  return node('boundaryEvent', when, `attachedToRef="${host}" cancelActivity="${interrupting}"`)
}

export function caught(when: string): Element {
  return node('intermediateCatchEvent', when)
}

export const after = (duration: string) =>
  `<timerEventDefinition><timeDuration>${duration}</timeDuration></timerEventDefinition>`
export const every = (cycle: string) => `<timerEventDefinition><timeCycle>${cycle}</timeCycle></timerEventDefinition>`
export const message = (name: 'm' | 'n') => `<messageEventDefinition messageRef="message-${name}" />`
export const signal = '<signalEventDefinition signalRef="signal-s" />'

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
