import { conditionOf } from '../definition/expression.ts'
import type { ModdleElement } from '../definition/moddle-element.ts'

/** A flow node as drawn, whether or not it could run. */
export interface Node {
  id: string
  /** BPMN's own name of it, such as `bpmn:UserTask`. */
  type: string
  name?: string
  element: ModdleElement
  /** The process or sub-process around it. */
  scope: Scope
  incoming: Flow[]
  outgoing: Flow[]
  /** Id of the default flow. */
  default?: string
  /** Boundary events on its edge, and of a boundary event the activity under it. */
  boundaries: Node[]
  host?: Node
  /** Sub-processes: what is inside. */
  inside?: Scope
  /** `Timer`, `Message`, …: the kind of its first event definition. */
  event?: string
}

export interface Flow {
  id: string
  name?: string
  source: Node
  target: Node
  /** FEEL without `{{ }}`. */
  condition?: string
  element: ModdleElement
}

/** The process, or a sub-process: the nodes in it without those of inner ones. */
export interface Scope {
  owner?: Node
  nodes: Node[]
  starts: Node[]
  /** Those of its nodes that no flow leads to: they begin when their start event happens. */
  eventSubProcesses: Node[]
}

/** One process of a file, for rules to walk: complete in itself, mistakes and all. */
export interface Diagram {
  id: string
  process: ModdleElement
  /** Every node, those of sub-processes after the sub-process. */
  nodes: Node[]
  flows: Flow[]
  scopes: Scope[]
}

/** Reads a process as it is drawn. Moddle's `incoming` and `outgoing` are filled in too: many tools leave them out. */
export function readDiagram(process: ModdleElement): Diagram {
  const diagram: Diagram = { id: process.id ?? '', process, nodes: [], flows: [], scopes: [] }
  const byElement = new Map<ModdleElement, Node>()
  const readScope = (container: ModdleElement, owner: Node | undefined): Scope => {
    const scope: Scope = { owner, nodes: [], starts: [], eventSubProcesses: [] }
    diagram.scopes.push(scope)
    for (const element of container.flowElements ?? []) {
      if (!isNode(element)) continue
      const node = toNode(element, scope)
      byElement.set(element, node)
      scope.nodes.push(node)
      diagram.nodes.push(node)
      if (element.$type === 'bpmn:StartEvent') scope.starts.push(node)
      if (element.triggeredByEvent) scope.eventSubProcesses.push(node)
      if (element.flowElements) node.inside = readScope(element, node)
    }
    for (const element of container.flowElements ?? []) {
      if (element.$type === 'bpmn:SequenceFlow') connect(element, byElement, diagram)
    }
    return scope
  }
  readScope(process, undefined)
  for (const node of diagram.nodes) {
    node.host = node.element.attachedToRef && byElement.get(node.element.attachedToRef)
    node.host?.boundaries.push(node)
    const { element } = node as { element: ModdleElement & { incoming?: unknown; outgoing?: unknown } }
    element.incoming = node.incoming.map(({ element }) => element)
    element.outgoing = node.outgoing.map(({ element }) => element)
  }
  return diagram
}

const NOT_NODES = new Set([
  'bpmn:SequenceFlow',
  'bpmn:DataObject',
  'bpmn:DataObjectReference',
  'bpmn:DataStoreReference',
])

function isNode({ $type, id }: ModdleElement): boolean {
  return id !== undefined && !NOT_NODES.has($type)
}

function toNode(element: ModdleElement, scope: Scope): Node {
  return {
    id: element.id ?? '',
    type: element.$type,
    name: element.name,
    element,
    scope,
    incoming: [],
    outgoing: [],
    default: element.default?.id,
    boundaries: [],
    event: /^bpmn:(.*)EventDefinition$/.exec(element.eventDefinitions?.[0]?.$type ?? '')?.[1],
  }
}

function connect(element: ModdleElement, byElement: ReadonlyMap<ModdleElement, Node>, diagram: Diagram): void {
  const source = element.sourceRef && byElement.get(element.sourceRef)
  const target = element.targetRef && byElement.get(element.targetRef)
  if (!source || !target) return
  const condition = element.conditionExpression?.body?.trim()
  const flow: Flow = {
    id: element.id ?? `${source.id}-${target.id}`,
    name: element.name,
    source,
    target,
    condition: condition ? conditionOf(condition) : undefined,
    element,
  }
  diagram.flows.push(flow)
  source.outgoing.push(flow)
  target.incoming.push(flow)
}
