import { type ForeignElement, type Generic, inside, of } from '../foreign-element.ts'
import type { Concept } from './concept.ts'

type Mapping = [string, Record<string, string>]

const ALL = { all: 'true' }

/** Which process a call activity calls, and the variables that go in and come out. */
export const call: Concept = (at) => {
  if (at.type !== 'bpmn:CallActivity') return
  const { from } = at.diagram
  // One of ours in a diagram that also speaks of another engine stays as it is.
  if (from === 'bpmn' || at.element.extensionElements?.values?.some(({ $type }) => $type === 'zhupi:call')) return
  const mappings = from === 'camunda8' ? ofCamunda8(at) : ofCamunda7(at)
  const everything = mappings.length === 2 && mappings.every(([, attributes]) => attributes === ALL)
  if (everything) return
  // Without any mapping a call of ours passes everything.
  if (mappings.length === 0) at.add('no in and out mappings', 'call', { isolated: 'true' })
  else at.add('in and out mappings', 'call', {}, mappings)
}

/** Nothing goes in or comes out that is not written; so with Flowable and Activiti. */
function ofCamunda7(at: ForeignElement): Mapping[] {
  const inherited = at.take('inheritVariables') === 'true'
  const ins = at.takeExtensions('in').flatMap((one) => mapping(at, 'in', one))
  const outs = at.takeExtensions('out').flatMap((one) => mapping(at, 'out', one))
  return [...(inherited ? [['in', ALL] satisfies Mapping] : []), ...ins, ...outs]
}

/** Everything goes in, unless that is switched off, and comes out, unless outputs are written. */
function ofCamunda8(at: ForeignElement): Mapping[] {
  const [called] = at.takeExtensions('calledElement')
  const processId = of(called, 'processId')
  if (processId !== undefined) {
    at.element.calledElement = processId
    at.changed(`zeebe:calledElement processId="${processId}"`, `calledElement="${processId}"`)
  }
  const io = at.takeExtensions('ioMapping')
  const ins = io.flatMap((one) => inside(one, 'input')).flatMap((one) => mapping(at, 'in', one))
  const outs = io.flatMap((one) => inside(one, 'output')).flatMap((one) => mapping(at, 'out', one))
  const allIn = of(called, 'propagateAllParentVariables') !== 'false'
  const allOut = (of(called, 'propagateAllChildVariables') ?? String(outs.length === 0)) === 'true'
  return [
    ...(allIn ? [['in', ALL] satisfies Mapping] : []),
    ...ins,
    ...(allOut ? [['out', ALL] satisfies Mapping] : []),
    ...outs,
  ]
}

function mapping(at: ForeignElement, kind: 'in' | 'out', one: Generic): Mapping[] {
  if (of(one, 'variables') === 'all') return [[kind, ALL]]
  const target = of(one, 'target')
  const source = of(one, 'source')
  const expression = of(one, 'sourceExpression')
  if (target === undefined) {
    const text = Object.entries(one).flatMap(([name, value]) =>
      name.startsWith('$') ? [] : `${name}="${String(value)}"`,
    )
    at.dropped(one.$type, text.join(' '), {
      zh: '办件的编号不会传给被调用的流程',
      en: 'the number of a case is not handed to the process that is called',
    })
    return []
  }
  if (expression === undefined && source !== undefined && !source.startsWith('=')) return [[kind, { source, target }]]
  const text = expression ?? source ?? ''
  const value = at.value(`${kind} ${target}`, text)
  return value === undefined
    ? []
    : [[kind, { source: /^[\p{L}_][\p{L}\p{N}_]*$/u.test(value) ? value : `{{ ${value} }}`, target }]]
}
