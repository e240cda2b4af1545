/** Adds a diagram to XML that has none, so that an editor shows every element: in rows, whatever leads where. */
export function layOut(xml: string): string {
  const [process = ''] = /<process [\s\S]*?<\/process>/.exec(xml) ?? []
  const [, id = ''] = /<process id="([^"]*)"/.exec(process) ?? []
  const nodes = [
    ...process.matchAll(/<(\w+(?:Event|Task|task|Gateway|Activity|subProcess|transaction)|task) id="([^"]*)"/gi),
  ]
  const at = new Map(
    nodes.map(([, , node = ''], place) => [
      node,
      { x: 100 + 160 * (place % 10), y: 100 + 140 * Math.floor(place / 10) },
    ]),
  )
  const shapes = nodes.map(([, tag = '', node = '']) => {
    const { x = 0, y = 0 } = at.get(node) ?? {}
    const [width, height] = /Event$/.test(tag) ? [36, 36] : /Gateway$/.test(tag) ? [50, 50] : [100, 80]
    return `<bpmndi:BPMNShape id="${node}_di" bpmnElement="${node}" isExpanded="true"><dc:Bounds x="${x}" y="${y}" width="${width}" height="${height}" /></bpmndi:BPMNShape>`
  })
  const flows = [
    ...process.matchAll(/<(?:sequenceFlow|association) id="([^"]*)" sourceRef="([^"]*)" targetRef="([^"]*)"/g),
  ]
  const edges = flows.map(([, flow = '', source = '', target = '']) => {
    const points = [source, target].map((end) => at.get(end) ?? { x: 0, y: 0 })
    const waypoints = points.map(({ x, y }) => `<di:waypoint x="${x}" y="${y}" />`)
    return `<bpmndi:BPMNEdge id="${flow}_di" bpmnElement="${flow}">${waypoints.join('')}</bpmndi:BPMNEdge>`
  })
  const diagram = `<bpmndi:BPMNDiagram id="diagram"><bpmndi:BPMNPlane id="plane" bpmnElement="${id}">${shapes.join('')}${edges.join('')}</bpmndi:BPMNPlane></bpmndi:BPMNDiagram>`
  return xml
    .replace('<definitions ', `<definitions ${NAMESPACES} `)
    .replace('</definitions>', `${diagram}</definitions>`)
}

const NAMESPACES =
  'xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI"'
