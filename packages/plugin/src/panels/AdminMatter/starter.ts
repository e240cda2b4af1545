import { type FormDefinition, walkFields } from '@zhupi/forms'

/** What a new matter begins with: a form, a flow drawn after its opinion boxes, and settings. */
export interface Starter {
  form: FormDefinition
  flow: string
  matter: Record<string, unknown>
}

export interface StarterOptions {
  key: string
  title: string
  category: string
  /** What an import made of a file; without it the form has one field. */
  imported?: FormDefinition
}

export function starterOf({ key, title, category, imported }: StarterOptions): Starter {
  const form = { ...(imported ?? blankForm(title)), key, title }
  const fields = [...walkFields(form)].filter(({ parent }) => !parent)
  const opinions = fields.filter(({ schema }) => schema['x-component'] === 'Opinion')
  const steps = opinions.map(({ path, schema }) => ({ name: String(schema.title ?? path), opinion: path }))
  const names = fields.map(({ path }) => path)
  return {
    form,
    flow: starterFlow(key, title, steps.length > 0 ? steps : [{ name: '审核' }]),
    matter: {
      key,
      title,
      category,
      form: key,
      flow: key,
      numbering: `${key.toUpperCase()}-{year}-{seq:4}`,
      caseTitle: names.includes('姓名') ? '{{ 姓名 }}' : '{{ initiator.unit.name }}',
    },
  }
}

function blankForm(title: string): FormDefinition {
  return {
    key: 'blank',
    title,
    schema: {
      type: 'object',
      properties: { 事由: { type: 'string', title: '事由', required: true, 'x-component': 'Input.TextArea' } },
    },
  } as unknown as FormDefinition
}

interface Step {
  name: string
  /** The opinion box that it fills. */
  opinion?: string
}

const STRIDE = 180

/** A start, a step each, and an end in one line; who decides is left to be said. */
export function starterFlow(key: string, title: string, steps: readonly Step[]): string {
  const ids = ['apply', ...steps.map((_, index) => `step-${index + 1}`), 'done']
  const flows = ids.slice(1).map((to, index) => ({ id: `to-${to}`, from: ids[index] as string, to, index }))
  const ways = (id: string) =>
    flows
      .flatMap((flow) => [
        ...(flow.to === id ? [`<bpmn:incoming>${flow.id}</bpmn:incoming>`] : []),
        ...(flow.from === id ? [`<bpmn:outgoing>${flow.id}</bpmn:outgoing>`] : []),
      ])
      .join('')
  const readOnly = steps.flatMap(({ opinion }) => (opinion ? [field(opinion, 'read')] : []))
  const width = (index: number) => (index === 0 || index === ids.length - 1 ? 36 : 128)
  const left = (index: number) => (index === 0 ? 152 : 152 + 36 + 56 + (index - 1) * STRIDE)
  const height = (index: number) => (width(index) === 36 ? 36 : 64)
  const shapes = ids.map(
    (id, index) =>
      `<bpmndi:BPMNShape id="${id}-shape" bpmnElement="${id}"><dc:Bounds x="${left(index)}" y="${110 - height(index) / 2}" width="${width(index)}" height="${height(index)}" /></bpmndi:BPMNShape>`,
  )
  const edges = flows.map(
    ({ id, index }) =>
      `<bpmndi:BPMNEdge id="${id}-edge" bpmnElement="${id}"><di:waypoint x="${left(index) + width(index)}" y="110" /><di:waypoint x="${left(index + 1)}" y="110" /></bpmndi:BPMNEdge>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:zhupi="urn:zhupi:bpmn:1" id="${key}-definitions" targetNamespace="urn:zhupi:flows">
  <bpmn:process id="${key}" name="${attribute(title)}" isExecutable="true">
    <bpmn:startEvent id="apply" name="填表申报"><bpmn:extensionElements><zhupi:fields>${field('*', 'edit')}${readOnly.join('')}</zhupi:fields></bpmn:extensionElements>${ways('apply')}</bpmn:startEvent>
${steps.map((step, index) => userTask(`step-${index + 1}`, step, ways(`step-${index + 1}`))).join('\n')}
    <bpmn:endEvent id="done" name="办结">${ways('done')}</bpmn:endEvent>
${flows.map(({ id, from, to }) => `    <bpmn:sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}" />`).join('\n')}
  </bpmn:process>
  <bpmndi:BPMNDiagram id="${key}-diagram"><bpmndi:BPMNPlane id="${key}-plane" bpmnElement="${key}">${shapes.join('')}${edges.join('')}</bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
</bpmn:definitions>
`
}

function userTask(id: string, { name, opinion }: Step, ways: string): string {
  const box = opinion
    ? `<zhupi:opinion field="${attribute(opinion)}" required="true" signature="true" seal="true" />`
    : ''
  return `    <bpmn:userTask id="${id}" name="${attribute(name)}"><bpmn:extensionElements><zhupi:policies onReject="end" /><zhupi:actions allow="approve reject return transfer" /><zhupi:fields>${field('*', 'read')}</zhupi:fields>${box}</bpmn:extensionElements>${ways}</bpmn:userTask>`
}

function field(key: string, access: string): string {
  return `<zhupi:field key="${attribute(key)}" access="${access}" />`
}

function attribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
