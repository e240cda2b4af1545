import { type ForeignElement, type Generic, inside, of } from '../foreign-element.ts'
import type { Concept } from './concept.ts'

type Mapping = [string, Record<string, string>]

/** What calls code or a worker there asks the host for a service of that name here. */
export const service: Concept = (at) => {
  if (at.type !== 'bpmn:ServiceTask' && at.type !== 'bpmn:SendTask') return
  const [definition] = at.takeExtensions('taskDefinition')
  const [connector] = at.takeExtensions('connector')
  const found = nameOf(at, definition, connector)
  const retries = retriesOf(at, definition)
  const io = [
    ...at.takeExtensions('inputOutput'),
    ...at.takeExtensions('ioMapping'),
    ...inside(connector, 'inputOutput'),
  ]
  const mappings = [...inputs(at, io), ...outputs(at, io, found?.result)]
  if (!found) {
    for (const [kind, { name = '', value = '' }] of mappings)
      at.dropped(kind, `${name}=${value}`, { zh: '没有服务可以交给', en: 'there is no service to give it to' })
    return
  }
  at.add(found.from, 'service', { type: found.type, ...(retries !== undefined && { retries }) }, mappings)
}

interface Named {
  from: string
  type: string
  /** The variable that takes what the service gives. */
  result?: string
}

function nameOf(
  at: ForeignElement,
  definition: Generic | undefined,
  connector: Generic | undefined,
): Named | undefined {
  const result = at.take('resultVariable') ?? at.take('resultVariableName')
  const kind = at.take('type')
  const [connectorId] = inside(connector, 'connectorId')
  const written: [string, string | undefined][] = [
    ['taskDefinition', of(definition, 'type')],
    ['topic', at.take('topic')],
    ['class', at.take('class')],
    ['delegateExpression', at.take('delegateExpression')],
    ['expression', at.take('expression')],
    ['connector', connectorId?.$body?.trim()],
    ['type', kind === 'external' ? undefined : kind],
  ]
  const [named, ...others] = written.filter((one): one is [string, string] => one[1] !== undefined)
  for (const [attribute, text] of others)
    at.dropped(attribute, text, { zh: '一个任务只请求一种服务', en: 'a task asks for one service' })
  if (!named) return undefined
  const [attribute, text] = named
  const type = serviceName(text)
  if (attribute === 'expression' && /\(.*[^\s(].*\)/.test(text)) {
    at.dropped(attribute, text, {
      zh: `调用的参数不会传过去，请给“${type}”写输入`,
      en: `arguments of the call are not handed over: give “${type}” inputs`,
    })
  }
  return { from: `${attribute}="${text}"`, type, result }
}

/** `${invoice.send(x)}` and `=“send”` are called by what stands before the arguments. */
function serviceName(text: string): string {
  return text
    .replace(/^\s*(?:[$#]\{|=)\s*|\}\s*$/g, '')
    .replace(/\([\s\S]*$/, '')
    .replace(/^"|"$/g, '')
    .trim()
}

/** `R3/PT10M` tries three times; how long it waits between is the host's. */
function retriesOf(at: ForeignElement, definition: Generic | undefined): string | undefined {
  const cycle = at.takeExtensions('failedJobRetryTimeCycle')[0]?.$body?.trim()
  const text = of(definition, 'retries') ?? /^R(\d+)\//.exec(cycle ?? '')?.[1]
  if (text !== undefined && /^\d{1,2}$/.test(text)) return text
  const given = text ?? cycle
  if (given !== undefined)
    at.dropped('retries', given, { zh: '重试次数是 99 以内的数', en: 'how often it is tried is a number up to 99' })
  return undefined
}

function inputs(at: ForeignElement, io: readonly Generic[]): Mapping[] {
  const parameters = io.flatMap((one) => inside(one, 'inputParameter'))
  const zeebe = io.flatMap((one) => inside(one, 'input'))
  const headers = at.takeExtensions('taskHeaders').flatMap((one) => inside(one, 'header'))
  return [
    ...at.takeExtensions('field').flatMap((field) => input(at, of(field, 'name'), fieldText(field))),
    ...parameters.flatMap((one) => input(at, of(one, 'name'), scriptless(at, one))),
    ...zeebe.flatMap((one) => input(at, of(one, 'target'), of(one, 'source'))),
    ...headers.flatMap((one) => input(at, of(one, 'key'), of(one, 'value'))),
  ]
}

function input(at: ForeignElement, name: string | undefined, text: string | undefined): Mapping[] {
  if (name === undefined || text === undefined) return []
  const value = at.text(`input ${name}`, text)
  return value === undefined ? [] : [['input', { name, value }]]
}

/** The value of a parameter: its text; a list, a map or a script has no counterpart. */
function scriptless(at: ForeignElement, parameter: Generic): string | undefined {
  const [child] = parameter.$children ?? []
  if (child)
    at.dropped(parameter.$type, of(parameter, 'name') ?? '', {
      zh: `${child.$type} 没有对应的写法`,
      en: `a ${child.$type} has no counterpart`,
    })
  return child ? undefined : (parameter.$body?.trim() ?? '')
}

function fieldText(field: Generic): string | undefined {
  const [string] = inside(field, 'string')
  const [expression] = inside(field, 'expression')
  return of(field, 'stringValue') ?? of(field, 'expression') ?? string?.$body?.trim() ?? expression?.$body?.trim()
}

function outputs(at: ForeignElement, io: readonly Generic[], result: string | undefined): Mapping[] {
  const parameters = io.flatMap((one) => inside(one, 'outputParameter'))
  const zeebe = io.flatMap((one) => inside(one, 'output'))
  return [
    ...(result === undefined ? [] : [['output', { name: result, value: '{{ result }}' }] as Mapping]),
    ...parameters.flatMap((one) => output(at, of(one, 'name'), scriptless(at, one))),
    ...zeebe.flatMap((one) => output(at, of(one, 'target'), of(one, 'source'))),
  ]
}

/** What a worker sets is a variable there, and part of `result` here: only a plain path can be told to be one. */
function output(at: ForeignElement, name: string | undefined, text: string | undefined): Mapping[] {
  if (name === undefined || text === undefined) return []
  const [, path] = /^\s*(?:=|[$#]\{)\s*([\p{L}_][\p{L}\p{N}_.]*)\s*\}?\s*$/u.exec(text) ?? []
  if (path !== undefined) return [['output', { name, value: `{{ result.${path} }}` }]]
  at.dropped(`output ${name}`, text, { zh: '不只是结果里的一个变量', en: 'it is more than a variable of the result' })
  return []
}
