import type { BusinessObject, Extension } from './step-settings.ts'

/** The services of diagram-js that the modeler uses, as far as it uses them. */
export interface Diagram {
  get<K extends keyof Services>(name: K): Services[K]
  on(event: string, listener: () => void): void
}

/** A shape or a connection on the canvas; lengths in px of the diagram. */
export interface DrawnElement {
  id: string
  type: string
  x: number
  y: number
  width: number
  height: number
  businessObject: BusinessObject
  outgoing: DrawnElement[]
  parent?: DrawnElement
  /** Of a connection. */
  waypoints?: Array<{ x: number; y: number }>
  target?: DrawnElement
  /** Of a label: what it names. */
  labelTarget?: DrawnElement
}

interface Point {
  x: number
  y: number
}

interface Box extends Point {
  width: number
  height: number
}

interface Services {
  canvas: {
    addMarker(elementId: string, marker: string): void
    removeMarker(elementId: string, marker: string): void
    getRootElement(): DrawnElement
    scrollToElement(element: DrawnElement): void
    /** Reads, or sets, what part of the drawing is seen: `inner` is the drawing, `outer` the size of the container in px. */
    viewbox(seen?: Box): { inner: Box; outer: Pick<Box, 'width' | 'height'> }
    resized(): void
  }
  elementRegistry: {
    get(id: string): DrawnElement | undefined
    filter(test: (element: DrawnElement) => boolean): DrawnElement[]
  }
  elementFactory: { createShape(attributes: { type: string }): DrawnElement }
  modeling: {
    updateProperties(element: DrawnElement, properties: Record<string, unknown>): void
    moveElements(elements: DrawnElement[], by: Point): void
    createShape(shape: DrawnElement, at: Point, parent: DrawnElement): void
    appendShape(source: DrawnElement, shape: DrawnElement, at: Point, parent: DrawnElement | undefined): void
    connect(source: DrawnElement, target: DrawnElement): void
    reconnectEnd(connection: DrawnElement, target: DrawnElement, at: Point): void
    removeElements(elements: DrawnElement[]): void
  }
  selection: { get(): DrawnElement[]; select(element: DrawnElement): void }
  commandStack: { undo(): void; redo(): void }
  moddle: { create(type: string, attributes: Record<string, unknown>): Extension }
}
