import { type ForeignElement, type Generic, inside, of } from '../foreign-element.ts'
import type { Concept } from './concept.ts'

type Mapping = [string, Record<string, string>]

/** Which process a call activity calls, and the variables that go in and come out. */
export const call: Concept = (at) => {
  if (at.type !== 'bpmn:CallActivity') return
  const [zeebe] = at.takeExtensions('calledElement')
  const called = of(zeebe, 'processId')
  if (called !== undefined) {
    at.element.calledElement = called
    at.changed(`zeebe:calledElement processId="${called}"`, `calledElement="${called}"`)
  }
  for (const name of ['propagateAllChildVariables', 'propagateAllParentVariables']) {
    const value = of(zeebe, name)
    if (value === 'true')
      at.dropped(name, value, { zh: '变量要一个一个按名称传入传出', en: 'variables go in and out by name' })
  }
  const io = at.takeExtensions('ioMapping')
  const mappings = [
    ...at.takeExtensions('in').flatMap((one) => mapping(at, 'in', one)),
    ...at.takeExtensions('out').flatMap((one) => mapping(at, 'out', one)),
    ...io.flatMap((one) => inside(one, 'input')).flatMap((one) => mapping(at, 'in', one)),
    ...io.flatMap((one) => inside(one, 'output')).flatMap((one) => mapping(at, 'out', one)),
  ]
  if (mappings.length > 0) at.add('in and out mappings', 'call', {}, mappings)
}

function mapping(at: ForeignElement, kind: 'in' | 'out', one: Generic): Mapping[] {
  const target = of(one, 'target')
  const source = of(one, 'source')
  const expression = of(one, 'sourceExpression')
  if (target === undefined) {
    const text = Object.entries(one).flatMap(([name, value]) =>
      name.startsWith('$') ? [] : `${name}="${String(value)}"`,
    )
    at.dropped(one.$type, text.join(' '), { zh: '变量要一个一个按名称传入传出', en: 'variables go in and out by name' })
    return []
  }
  if (expression === undefined && source !== undefined && !source.startsWith('=')) return [[kind, { source, target }]]
  const text = expression ?? source ?? ''
  const value = at.value(`${kind} ${target}`, text)
  return value === undefined
    ? []
    : [[kind, { source: /^[\p{L}_][\p{L}\p{N}_]*$/u.test(value) ? value : `{{ ${value} }}`, target }]]
}
