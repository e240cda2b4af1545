/** The services of diagram-js that the viewer uses, as far as it uses them. */

/** A shape on the canvas; lengths in px of the diagram. */
export interface Shape {
  id: string
  x: number
  y: number
  width: number
  height: number
}

export interface Canvas {
  addMarker(elementId: string, marker: string): void
  getLayer(name: string, index: number): SVGElement
  zoom(level: 'fit-viewport', center: 'auto'): void
  resized(): void
}

export interface ElementRegistry {
  get(id: string): Shape | undefined
}

export interface Overlays {
  add(elementId: string, overlay: { position: { top: number; right: number }; html: HTMLElement }): void
}
