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
  }
}
