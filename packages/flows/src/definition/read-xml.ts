/// <reference path="./bpmn-moddle.d.ts" />
import { BpmnModdle } from 'bpmn-moddle'
import type { ModdleElement } from './moddle-element.ts'
import { localName, type Reference, readDiagram } from './read-diagram.ts'
import { zhupiModdle } from './zhupi-moddle.ts'

/**
 * The root elements of a diagram, read with our extension.
 *
 * @throws FlowError `DIAGRAM_TOO_LARGE`, `DIAGRAM_INVALID`, `REFERENCE_MISSING`
 */
export async function readXml(xml: string): Promise<ModdleElement[]> {
  const { root, references } = await readDiagram<ModdleElement>(xml, new BpmnModdle({ zhupi: zhupiModdle }))
  for (const reference of references) nameCollection(reference)
  return (root as { rootElements?: ModdleElement[] }).rootElements ?? []
}

/** The data of a multi-instance activity is often a variable that is not drawn: its name is the reference itself. */
function nameCollection({ element, property, id, target }: Reference<ModdleElement>): void {
  const name = target?.name ?? localName(id)
  if (property === 'bpmn:loopDataInputRef') element.inputCollection = name
  if (property === 'bpmn:loopDataOutputRef') element.outputCollection = name
}
