import type { ModdleElement } from './moddle-element.ts'

/**
 * Names of the lanes around each node of a process or sub-process, outermost first. What is inside a sub-process lies where
 * the sub-process does: most tools list only that.
 *
 * @param around the lanes around the sub-process
 * Source: BPMN 2.0.2, clause 10.8 (Lanes).
 */
export function lanesIn(container: ModdleElement, around: readonly string[]): (node: ModdleElement) => string[] {
  const found = new Map<ModdleElement, string[]>()
  const visit = (lanes: ModdleElement[] | undefined, outer: readonly string[]) => {
    for (const lane of lanes ?? []) {
      const names = [...outer, lane.name ?? lane.id ?? '']
      for (const node of lane.flowNodeRef ?? []) found.set(node, names)
      visit(lane.childLaneSet?.lanes, names)
    }
  }
  for (const laneSet of container.laneSets ?? []) visit(laneSet.lanes, around)
  return (node) => found.get(node) ?? [...around]
}
