/** The part of bpmn-moddle that we use; the package brings no types for its entry. */
declare module 'bpmn-moddle' {
  export class BpmnModdle {
    constructor(packages?: Record<string, unknown>)
    fromXML(xml: string): Promise<{
      rootElement: unknown
      references: { element: unknown; property: string; id: string }[]
      warnings: { message: string }[]
      elementsById: Record<string, unknown>
    }>
    toXML(element: unknown, options?: { format?: boolean; preamble?: boolean }): Promise<{ xml: string }>
    create(type: string, properties: Record<string, unknown>): unknown
    /** An element of a namespace without a descriptor. */
    createAny(name: string, namespace: string, properties: Record<string, unknown>): unknown
  }
}
