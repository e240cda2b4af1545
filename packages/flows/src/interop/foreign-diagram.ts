/// <reference path="../definition/bpmn-moddle.d.ts" />
import type { BpmnModdle } from 'bpmn-moddle'
import { ForeignElement, type ForeignExtensions, type ForeignModdle, type Generic } from './foreign-element.ts'
import type { Change, Loss, Vendor } from './report.ts'
import { vendorOf } from './vendor.ts'

const OURS = 'urn:zhupi:bpmn:1'

/** A vendor's diagram while it becomes ours, and the report of what happened to it. */
export class ForeignDiagram {
  readonly changes: Change[] = []
  readonly dropped: Loss[] = []
  /** Losses for which the diagram as a whole is refused; among `dropped`, too. */
  readonly refused: Loss[] = []
  /** Variables that are called otherwise here: the starter is `initiator`. */
  readonly renamed = new Map<string, string>()
  readonly from: Vendor
  readonly prefixes: ReadonlySet<string>
  private readonly root: ForeignModdle
  private readonly moddle: BpmnModdle

  constructor(root: ForeignModdle, moddle: BpmnModdle) {
    const { from, prefixes } = vendorOf(root.$attrs)
    this.root = root
    this.from = from
    this.prefixes = prefixes
    this.moddle = moddle
  }

  /** Whether a qualified name is one of the vendor's. */
  isForeign(name: string): boolean {
    return this.prefixes.has(name.slice(0, Math.max(0, name.indexOf(':'))))
  }

  /** Every element of the diagram, outermost first. */
  elements(): ForeignElement[] {
    const found: ForeignModdle[] = [this.root]
    // The array grows while it is walked.
    for (const element of found) {
      for (const value of Object.values(element).flat()) if (isChild(value, element)) found.push(value)
    }
    return found.map((element) => new ForeignElement(element, this))
  }

  addExtension(
    element: ForeignModdle,
    name: string,
    attributes: Record<string, string>,
    children: readonly [string, Record<string, string>][],
  ): void {
    this.root.$attrs['xmlns:zhupi'] = OURS
    const extension = this.create(name, attributes)
    if (children.length > 0) extension.$children = children.map(([child, values]) => this.create(child, values))
    const holder =
      element.extensionElements ?? (this.moddle.create('bpmn:ExtensionElements', { values: [] }) as ForeignExtensions)
    holder.values = [...(holder.values ?? []), extension]
    holder.$parent = element
    element.extensionElements = holder
  }

  /** Attributes of ours need their namespace as well. */
  declareOurs(): void {
    this.root.$attrs['xmlns:zhupi'] = OURS
  }

  private create(name: string, attributes: Record<string, string>): Generic {
    return this.moddle.createAny(`zhupi:${name}`, OURS, { ...attributes }) as Generic
  }
}

/** References point to elements that belong elsewhere. */
function isChild(value: unknown, parent: ForeignModdle): value is ForeignModdle {
  return (
    typeof value === 'object' &&
    value !== null &&
    '$type' in value &&
    '$attrs' in value &&
    '$parent' in value &&
    value.$parent === parent
  )
}
