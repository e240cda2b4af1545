import type { Shape } from './services.ts'

/** A return (退回) from one element to an earlier one. */
export interface ReturnArrow {
  from: string
  to: string
  /** Words on the arrow, e.g. 3月8日退回. */
  label?: string
}

const SVG = 'http://www.w3.org/2000/svg'
/** How far below the elements the arrow runs, in px of the diagram. */
const DROP = 26

/** A dashed line below the two elements with an arrow head at the earlier one. */
export function drawReturn(from: Shape, to: Shape, label?: string): SVGGElement {
  const start = { x: from.x + from.width / 2 - 10, y: from.y + from.height }
  const end = { x: to.x + to.width / 2 + 10, y: to.y + to.height }
  const level = Math.max(start.y, end.y) + DROP
  const group = create('g', { class: 'zhupi-return' })
  group.appendChild(create('path', { d: `M${start.x} ${start.y}V${level}H${end.x}V${end.y + 2}` }))
  group.appendChild(create('path', { class: 'zhupi-return-head', d: `M${end.x - 5} ${end.y + 8}l5 -7 5 7` }))
  if (label) {
    const text = create('text', { x: String((start.x + end.x) / 2), y: String(level + 16) })
    text.textContent = label
    group.appendChild(text)
  }
  return group as SVGGElement
}

function create(name: string, attributes: Record<string, string>): SVGElement {
  const element = document.createElementNS(SVG, name)
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
  return element
}
