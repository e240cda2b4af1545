import { FlowError } from '../errors.ts'
import { conditionOf } from './expression.ts'
import { attribute, extensionsOf, type ModdleElement, type ModdleExtension } from './moddle-element.ts'
import type { CallRule, Exchange } from './process-definition.ts'
import { Attributes } from './read-approval.ts'

/**
 * What a call activity calls, and what it gives and takes: `zhupi:call` with `zhupi:in` and `zhupi:out`. Where neither is
 * written, every variable is given and every one that the called process has set comes back, unless it is `isolated`.
 *
 * @throws FlowError `REFERENCE_MISSING` without a called element, `APPROVAL_INVALID` for a wrong attribute
 * Source: BPMN 2.0.2, clause 10.3.6 (Call Activity); the extension is ours.
 */
export function readCall(element: ModdleElement): CallRule {
  const called = element.calledElement?.trim()
  if (!called) throw new FlowError('REFERENCE_MISSING', { elementId: element.id, reference: 'calledElement' })
  const [call] = extensionsOf(element, 'zhupi:Call')
  const read = new Attributes(element.id ?? '')
  const binding = read.word('binding', attribute(call, 'binding') ?? 'latest', [
    'latest',
    'deployment',
    'version',
  ] as const)
  const { ins = [], outs = [] } = call ?? {}
  const isolated = read.word('isolated', attribute(call, 'isolated') ?? 'false', ['true', 'false']) === 'true'
  const everything = !isolated && ins.length + outs.length === 0
  return {
    // A reference written as `tns:check` means the process `check`.
    processId: called.slice(called.indexOf(':') + 1),
    version: binding === 'version' ? read.required('version', attribute(call, 'version')) : undefined,
    input: readExchange(ins, everything, read),
    output: readExchange(outs, everything, read),
  }
}

function readExchange(entries: readonly ModdleExtension[], everything: boolean, read: Attributes): Exchange {
  const isAll = (entry: ModdleExtension) =>
    read.word('all', attribute(entry, 'all') ?? 'false', ['true', 'false']) === 'true'
  return {
    all: everything || entries.some(isAll),
    mappings: entries.flatMap((entry) => (isAll(entry) ? [] : [readMapping(entry, read)])),
  }
}

/** Without a target, the source is a name and the target the same. */
function readMapping(entry: ModdleExtension, read: Attributes): { source: string; target: string } {
  const source = conditionOf(read.required('source', attribute(entry, 'source')))
  const name = /^[\p{L}_][\p{L}\p{N}_]*$/u.test(source) ? source : undefined
  return { source, target: read.required('target', attribute(entry, 'target') ?? name) }
}
