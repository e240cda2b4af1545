/** `@zhupi/flows/viewer`: shows a diagram and where a case stands on it. For browsers; draws with bpmn-js. */
import navigatedViewerModule from 'bpmn-js/lib/NavigatedViewer.js'
import viewerModule from 'bpmn-js/lib/Viewer.js'
import 'bpmn-js/dist/assets/diagram-js.css'
import { drawReturn, type ReturnArrow } from './return-arrow.ts'
import type { Canvas, ElementRegistry, Overlays } from './services.ts'
import './viewer.css'

export type { ReturnArrow } from './return-arrow.ts'

// The package writes ES modules without saying so: bundlers hand over the class, TypeScript sees a CommonJS module.
const NavigatedViewer = navigatedViewerModule as unknown as typeof navigatedViewerModule.default
const Viewer = viewerModule as unknown as typeof viewerModule.default

/** Where a case stands: ids are those of the diagram; an id that is not drawn is passed over. */
export interface DiagramMarks {
  marks: Array<{ elementId: string; state: 'active' | 'done' | 'undone' }>
  /** Sequence flows that were taken. */
  taken: string[]
  returns: ReturnArrow[]
}

export interface DiagramViewerOptions {
  /** BPMN 2.0 XML with its diagram. */
  xml: string
  marks: DiagramMarks
  /** Pan with the mouse, zoom with the wheel. Without it the picture keeps still and fits its container. */
  navigable?: boolean
}

export interface DiagramViewer {
  /** Fits the whole diagram into the container, e.g. after it changed its size. */
  fit(): void
  destroy(): void
}

/** Only activities are checked off: on a gateway or an event the badge would hide the symbol. Px of the diagram. */
const BADGED = 60

/**
 * Draws a diagram into `container`, which has a size. The watermark of bpmn.io stays visible (its licence).
 *
 * @throws Error when the XML is not a BPMN diagram that can be drawn
 */
export async function showDiagram(
  container: HTMLElement,
  { xml, marks, navigable = false }: DiagramViewerOptions,
): Promise<DiagramViewer> {
  const viewer = navigable ? new NavigatedViewer({ container }) : new Viewer({ container })
  await viewer.importXML(xml)
  const canvas = viewer.get<Canvas>('canvas')
  const elements = viewer.get<ElementRegistry>('elementRegistry')
  const overlays = viewer.get<Overlays>('overlays')

  for (const { elementId, state } of marks.marks) {
    const shape = elements.get(elementId)
    if (!shape) continue
    canvas.addMarker(elementId, `zhupi-${state}`)
    if (state === 'done' && shape.width >= BADGED)
      overlays.add(elementId, { position: { top: -8, right: 10 }, html: doneBadge() })
  }
  for (const id of marks.taken) if (elements.get(id)) canvas.addMarker(id, 'zhupi-taken')
  const layer = canvas.getLayer('zhupi-returns', 1)
  for (const arrow of marks.returns) {
    const from = elements.get(arrow.from)
    const to = elements.get(arrow.to)
    if (from && to) layer.appendChild(drawReturn(from, to, arrow.label))
  }

  const fit = () => {
    // A container that is not shown has no size to fit into.
    if (container.clientWidth === 0 || container.clientHeight === 0) return
    canvas.resized()
    canvas.zoom('fit-viewport', 'auto')
  }
  fit()
  return { fit, destroy: () => viewer.destroy() }
}

function doneBadge(): HTMLElement {
  const badge = document.createElement('span')
  badge.className = 'zhupi-done-badge'
  return badge
}
