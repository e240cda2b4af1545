import { FlowError } from '../errors.ts'
import { checkDefinition } from './check-definition.ts'
import { connectCompensation } from './compensation.ts'
import { deepFreeze } from './deep-freeze.ts'
import { eachOf } from './element-key.ts'
import { lanesIn } from './lanes.ts'
import type { ModdleElement } from './moddle-element.ts'
import type { FlowElement, ProcessDefinition, SequenceFlow } from './process-definition.ts'
import { readElement } from './read-element.ts'
import { readSequenceFlow } from './read-sequence-flow.ts'
import { readXml } from './read-xml.ts'
import { repeatedParts } from './repeated-parts.ts'
import { isSubProcess } from './sub-process.ts'

/**
 * Reads a BPMN 2.0 diagram into a definition that `advance` can run. What could not run is refused here, whole.
 *
 * @param xml at most 2 MB, without a DOCTYPE
 * @param options.processId which process of the diagram; else the first executable one, else the first
 * @returns deeply frozen, plain data
 * @throws FlowError `DIAGRAM_INVALID`, `DIAGRAM_TOO_LARGE`, `ELEMENT_UNSUPPORTED`, `REFERENCE_MISSING`,
 *   `APPROVAL_INVALID`, `ENDLESS_LOOP`; `details.elementId` says where
 */
export async function parse(xml: string, options: { processId?: string } = {}): Promise<ProcessDefinition> {
  const process = chooseProcess(await readXml(xml), options.processId)
  const definition = readProcess(process)
  checkDefinition(definition)
  return deepFreeze(definition)
}

/**
 * Reads every process of a diagram that is drawn: the one that `parse` chooses first.
 *
 * @param options.leaveOut is told of a process that cannot run, which is then left out
 * @throws FlowError as `parse` does, when one of them cannot run and nobody is told
 */
export async function parseAll(
  xml: string,
  { leaveOut }: { leaveOut?: (processId: string, refusal: FlowError) => void } = {},
): Promise<ProcessDefinition[]> {
  const rootElements = await readXml(xml)
  const first = chooseProcess(rootElements, undefined)
  const others = rootElements.filter(
    (element) => element.$type === 'bpmn:Process' && element.flowElements && element !== first,
  )
  return [first, ...others].flatMap((process) => {
    try {
      const definition = readProcess(process)
      checkDefinition(definition)
      return [deepFreeze(definition)]
    } catch (error) {
      if (!leaveOut || !(error instanceof FlowError)) throw error
      leaveOut(process.id ?? '', error)
      return []
    }
  })
}

export function chooseProcess(rootElements: ModdleElement[], processId: string | undefined): ModdleElement {
  const processes = rootElements.filter((element) => element.$type === 'bpmn:Process')
  const chosen =
    processId === undefined
      ? (processes.find((process) => process.isExecutable) ?? processes.find((process) => process.flowElements))
      : processes.find((process) => process.id === processId)
  if (!chosen) throw new FlowError('DIAGRAM_INVALID', { reason: 'no such process', elementId: processId })
  return chosen
}

/** What is drawn but neither runs nor leads anywhere. */
const PASSIVE = new Set(['bpmn:DataObject', 'bpmn:DataObjectReference', 'bpmn:DataStoreReference'])

function readProcess(process: ModdleElement): ProcessDefinition {
  const elements: Record<string, FlowElement> = Object.create(null)
  const sequenceFlows: Record<string, SequenceFlow> = Object.create(null)
  const associations: ModdleElement[] = []

  const readScope = (container: ModdleElement, scope: string | undefined, around: readonly string[]) => {
    const lanesOf = lanesIn(container, around)
    const children = container.flowElements?.filter((child) => !PASSIVE.has(child.$type)) ?? []
    for (const child of children.filter((child) => child.$type !== 'bpmn:SequenceFlow')) {
      const element = readElement(child, scope, lanesOf(child))
      for (const part of repeatedParts(element)) elements[part.id] = part
      if (isSubProcess(element)) readScope(child, element.loop ? eachOf(element.id) : element.id, element.lanes)
    }
    associations.push(...(container.artifacts ?? []).filter(({ $type }) => $type === 'bpmn:Association'))
    for (const child of children.filter((child) => child.$type === 'bpmn:SequenceFlow')) {
      const flow = readSequenceFlow(child, elements, sequenceFlows)
      sequenceFlows[flow.id] = flow
    }
  }
  readScope(process, undefined, [])

  const connected = connect({
    id: process.id ?? '',
    name: process.name,
    elements,
    sequenceFlows,
    starts: [],
    eventSubProcesses: {},
    startFields: {},
  })
  return connectCompensation(connected, associations)
}

/** Writes down at each element what others say about it: its flows, its boundary events, the starts inside. */
function connect(definition: ProcessDefinition): ProcessDefinition {
  const all = Object.values(definition.elements)
  const flows = Object.values(definition.sequenceFlows)
  const incoming = idsBy(flows, (flow) => flow.target)
  const outgoing = idsBy(flows, (flow) => flow.source)
  const boundaries = idsBy(all, (element) => element.attachedTo)
  const starts = idsBy(all, (element) => (element.type === 'bpmn:StartEvent' ? (element.scope ?? TOP) : undefined))
  const elements: Record<string, FlowElement> = Object.create(null)
  for (const element of all) {
    elements[element.id] = {
      ...element,
      incoming: incoming.get(element.id) ?? [],
      outgoing: outgoing.get(element.id) ?? [],
      boundaries: boundaries.get(element.id) ?? [],
      starts: startsInside(element, starts),
    }
  }
  const eventSubProcesses: Record<string, string[]> = Object.create(null)
  for (const { id, scope, triggeredByEvent } of all) {
    if (triggeredByEvent)
      eventSubProcesses[scope ?? TOP] = [...(eventSubProcesses[scope ?? TOP] ?? []), ...(starts.get(id) ?? [])]
  }
  const top = starts.get(TOP) ?? []
  const startFields = top.map((id) => elements[id]?.fields ?? {}).find((fields) => Object.keys(fields).length > 0)
  return { ...definition, elements, starts: top, eventSubProcesses, startFields: startFields ?? {} }
}

function startsInside(element: FlowElement, starts: ReadonlyMap<string, string[]>): string[] | undefined {
  if (element.loop) return [eachOf(element.id)]
  return isSubProcess(element) ? (starts.get(element.id) ?? []) : undefined
}

/** Stands for the process itself among the ids of sub-processes: no id can be empty. */
const TOP = ''

/** Ids by what `key` says of each, in order. */
function idsBy<T extends { id: string }>(things: T[], key: (thing: T) => string | undefined): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const thing of things) {
    const at = key(thing)
    if (at !== undefined) found.set(at, [...(found.get(at) ?? []), thing.id])
  }
  return found
}
