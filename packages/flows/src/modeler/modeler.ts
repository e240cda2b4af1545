/** `@zhupi/flows/modeler`: draws approval flows. For browsers; draws with bpmn-js. */
import modelerModule from 'bpmn-js/lib/Modeler.js'
import 'bpmn-js/dist/assets/diagram-js.css'
import 'bpmn-js/dist/assets/bpmn-js.css'
import 'bpmn-js/dist/assets/bpmn-font/css/bpmn-embedded.css'
import { zhupiModdle } from '../definition/zhupi-moddle.ts'
import type { Diagram, DrawnElement } from './modeler-services.ts'
import { type BusinessObject, readSettings, type StepSettings, writeSettings } from './step-settings.ts'
import { translateZh } from './translate-zh.ts'
import './modeler.css'

export type { Attributes, StepSettings } from './step-settings.ts'

// The package writes ES modules without saying so: bundlers hand over the class, TypeScript sees a CommonJS module.
const BpmnModeler = modelerModule as unknown as typeof modelerModule.default

/** What may be put behind a step by its key or button. */
export type StepType = 'bpmn:UserTask' | 'bpmn:ServiceTask' | 'bpmn:ExclusiveGateway' | 'bpmn:ParallelGateway'

/** One element as lists and panels show it. */
export interface StepView {
  id: string
  /** BPMN's own name of it, such as `bpmn:UserTask`. */
  type: string
  name: string
  settings: StepSettings
  /** Sequence flows: FEEL; and whether it is the one taken when no other holds. */
  condition: string
  isDefault: boolean
  /** Sequence flows: where from and where to. */
  source?: string
  target?: string
  /** User tasks: the marker drawn on it. */
  marker: 'none' | 'parallel' | 'sequential'
}

export interface FlowModelerOptions {
  /** BPMN 2.0 XML with its diagram. */
  xml: string
  language: 'zh-CN' | 'en-US'
  onChange: () => void
  /** Another element was chosen on the canvas; undefined: none. */
  onSelect: (id: string | undefined) => void
}

export interface FlowModeler {
  xml(): Promise<string>
  /** Everything that can have settings: steps from left to right, then the flows between them. */
  steps(): StepView[]
  select(id: string): void
  rename(id: string, name: string): void
  change(id: string, settings: StepSettings): void
  setMarker(id: string, marker: StepView['marker']): void
  setCondition(id: string, condition: string): void
  setDefault(id: string): void
  /** Puts a new step behind one, into its outgoing flow where there is just one. @returns its id */
  append(id: string, type: StepType, name: string): string
  remove(id: string): void
  undo(): void
  redo(): void
  /** Draws a frame around the elements that a check complains of. */
  mark(ids: readonly string[]): void
  fit(): void
  destroy(): void
}

/** Px of the diagram between the left edges of two steps in line. */
const STRIDE = 180
/** Px at the left that the palette covers. */
const PALETTE = 120
/** Px of the diagram that stay free around it. */
const EDGE = 30

/**
 * Opens a diagram for drawing in `container`, which has a size. The watermark of bpmn.io stays visible (its licence).
 *
 * @throws Error when the XML is not a BPMN diagram that can be drawn
 */
export async function openModeler(container: HTMLElement, options: FlowModelerOptions): Promise<FlowModeler> {
  const { xml, language, onChange, onSelect } = options
  const translation = language === 'zh-CN' ? [{ translate: ['value', translateZh] }] : []
  const modeler = new BpmnModeler({
    container,
    moddleExtensions: { zhupi: zhupiModdle },
    additionalModules: translation,
  })
  await modeler.importXML(xml)
  const diagram = modeler as unknown as Diagram
  const canvas = diagram.get('canvas')
  const registry = diagram.get('elementRegistry')
  const modeling = diagram.get('modeling')
  const selection = diagram.get('selection')
  const moddle = diagram.get('moddle')
  const commands = diagram.get('commandStack')
  let marked: readonly string[] = []

  diagram.on('commandStack.changed', onChange)
  diagram.on('selection.changed', () => {
    const [chosen] = selection.get()
    onSelect(chosen && (chosen.labelTarget ?? chosen).id)
  })

  const find = (id: string): DrawnElement => {
    const element = registry.get(id)
    if (!element) throw new Error(`The diagram has no ${id}`)
    return element
  }
  const create = (type: string, attributes: Record<string, unknown>) => moddle.create(type, attributes)
  const fit = () => {
    // A container that is not shown has no size to fit into.
    if (container.clientWidth === 0 || container.clientHeight === 0) return
    canvas.resized()
    const { inner, outer } = canvas.viewbox()
    const room = outer.width - PALETTE
    const scale = Math.min(1, room / (inner.width + 2 * EDGE), outer.height / (inner.height + 2 * EDGE))
    canvas.viewbox({
      x: inner.x - (PALETTE + (room - inner.width * scale) / 2) / scale,
      y: inner.y - (outer.height - inner.height * scale) / 2 / scale,
      width: outer.width / scale,
      height: outer.height / scale,
    })
  }
  fit()

  return {
    xml: async () => (await modeler.saveXML({ format: true })).xml ?? '',
    steps() {
      const drawn = registry.filter(({ type, labelTarget }) => !labelTarget && hasSettings(type))
      const left = ({ x, waypoints }: DrawnElement) => (waypoints ? 1e6 + (waypoints[0]?.x ?? 0) : x)
      return drawn.sort((one, other) => left(one) - left(other)).map(({ businessObject }) => viewOf(businessObject))
    },
    select(id) {
      const element = registry.get(id)
      if (!element) return
      selection.select(element)
      canvas.scrollToElement(element)
    },
    rename: (id, name) => modeling.updateProperties(find(id), { name: name || undefined }),
    change(id, settings) {
      const element = find(id)
      const values = writeSettings(element.businessObject, settings, create)
      const extensionElements = values.length > 0 ? create('bpmn:ExtensionElements', { values }) : undefined
      modeling.updateProperties(element, { extensionElements })
    },
    setMarker(id, marker) {
      const loopCharacteristics =
        marker === 'none'
          ? undefined
          : create('bpmn:MultiInstanceLoopCharacteristics', { isSequential: marker === 'sequential' })
      modeling.updateProperties(find(id), { loopCharacteristics })
    },
    setCondition(id, condition) {
      const conditionExpression = condition ? create('bpmn:FormalExpression', { body: condition }) : undefined
      modeling.updateProperties(find(id), { conditionExpression })
    },
    setDefault(id) {
      const { businessObject } = find(id)
      const source = registry.get(businessObject.sourceRef?.id ?? '')
      if (source) modeling.updateProperties(source, { default: businessObject })
    },
    append(id, type, name) {
      const source = find(id)
      const [flow, ...others] = source.outgoing
      const shape = diagram.get('elementFactory').createShape({ type })
      const middle = { x: source.x + source.width / 2, y: source.y + source.height / 2 }
      if (flow?.target && others.length === 0) {
        const { target } = flow
        const behind = registry.filter(({ x, waypoints, labelTarget, parent }) => {
          return !waypoints && !labelTarget && parent !== undefined && x >= target.x
        })
        modeling.moveElements(behind, { x: STRIDE, y: 0 })
        const left = Math.max(target.x - STRIDE, source.x + source.width + 50)
        modeling.createShape(
          shape,
          { x: left + shape.width / 2, y: middle.y },
          source.parent ?? canvas.getRootElement(),
        )
        modeling.reconnectEnd(flow, shape, { x: left, y: middle.y })
        modeling.connect(shape, target)
      } else {
        modeling.appendShape(source, shape, { x: middle.x + STRIDE, y: middle.y + 110 * others.length }, source.parent)
      }
      modeling.updateProperties(shape, { name })
      selection.select(shape)
      return shape.id
    },
    remove: (id) => modeling.removeElements([find(id)]),
    undo: () => commands.undo(),
    redo: () => commands.redo(),
    mark(ids) {
      for (const id of marked) if (registry.get(id)) canvas.removeMarker(id, 'zhupi-wrong')
      marked = ids.filter((id) => registry.get(id))
      for (const id of marked) canvas.addMarker(id, 'zhupi-wrong')
    },
    fit,
    destroy: () => modeler.destroy(),
  }
}

function hasSettings(type: string): boolean {
  return /^bpmn:(?:\w*Task|\w*Event|\w*Gateway|SequenceFlow|CallActivity|SubProcess)$/.test(type)
}

function viewOf(element: BusinessObject): StepView {
  const { $type: type, id, name = '', loopCharacteristics, conditionExpression, sourceRef, targetRef } = element
  return {
    id,
    type,
    name,
    settings: readSettings(element),
    condition: conditionExpression?.body ?? '',
    isDefault: sourceRef?.default === element,
    ...(sourceRef && { source: sourceRef.name || sourceRef.id }),
    ...(targetRef && { target: targetRef.name || targetRef.id }),
    marker: loopCharacteristics ? (loopCharacteristics.isSequential ? 'sequential' : 'parallel') : 'none',
  }
}
