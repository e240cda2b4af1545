import { EventEmitter } from 'node:events'
import { Engine } from 'bpmn-engine'
import { BpmnModdle } from 'bpmn-moddle'
import { advance, type Context, type Instance, openTasks, type ProcessDefinition, parse } from '../src/index.ts'

/**
 * `advance` beside bpmn-engine on the same diagrams, in the same run: whole instances from the start to the end, every
 * user task completed one by one; in memory, and with the state stringified, parsed and taken up again between actions.
 */
export interface BenchRow {
  bench: string
  /** Medians: instances a second, or bytes. */
  ours: number
  peer: number
  unit: string
  ratio: number
}

export async function rows(): Promise<BenchRow[]> {
  const found: BenchRow[] = []
  for (const { name, xml } of DIAGRAMS) {
    const definition = await parse(xml)
    const moddleContext = await new BpmnModdle().fromXML(xml)
    for (const stored of [false, true]) {
      const ours = await median(() => runOurs(definition, stored), OURS)
      const peer = await median(() => runPeer(moddleContext, stored), PEER)
      const bench = `${name}, ${stored ? 'stored between steps' : 'in memory'}`
      found.push(row(bench, ours, peer, 'instances/s'))
    }
  }
  const [line] = DIAGRAMS
  if (line) found.push(await sizeRow(line.xml))
  return found
}

function row(bench: string, ours: number, peer: number, unit: string): BenchRow {
  return { bench, ours: Math.round(ours), peer: Math.round(peer), unit, ratio: Math.round((ours / peer) * 100) / 100 }
}

const NS =
  'xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zhupi="urn:zhupi:bpmn:1" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'

const people = (...users: string[]) =>
  `<extensionElements>${users.map((user) => `<zhupi:people from="user" value="${user}" />`).join('')}</extensionElements>`

const DIAGRAMS = [
  { name: 'five user tasks in line', xml: line(5, 0) },
  { name: 'countersign of five', xml: countersign(5) },
  { name: '60 elements', xml: line(29, 29) },
]

/** User tasks one after the other, `gateways` of them with an exclusive gateway behind. */
function line(tasks: number, gateways: number): string {
  const nodes = ['start']
  for (let index = 0; index < tasks; index += 1) {
    nodes.push(`task${index}`)
    if (index < gateways) nodes.push(`gateway${index}`)
  }
  nodes.push('end')
  const elements = nodes.map((id) => {
    if (id.startsWith('task')) return `<userTask id="${id}">${people(`u-${id}`)}</userTask>`
    if (id.startsWith('gateway')) return `<exclusiveGateway id="${id}" />`
    return id === 'start' ? '<startEvent id="start" />' : '<endEvent id="end" />'
  })
  const flows = nodes
    .slice(1)
    .map((id, index) => `<sequenceFlow id="f${index}" sourceRef="${nodes[index]}" targetRef="${id}" />`)
  return `<definitions ${NS} id="d" targetNamespace="t"><process id="p" isExecutable="true">${elements.join('')}${flows.join('')}</process></definitions>`
}

function countersign(seats: number): string {
  const users = Array.from({ length: seats }, (_, index) => `u${index}`)
  return `<definitions ${NS} id="d" targetNamespace="t"><process id="p" isExecutable="true"><startEvent id="start" />
    <userTask id="sign">${people(...users)}<multiInstanceLoopCharacteristics>
      <loopCardinality xsi:type="tFormalExpression">${seats}</loopCardinality>
    </multiInstanceLoopCharacteristics></userTask><endEvent id="end" />
    <sequenceFlow id="f1" sourceRef="start" targetRef="sign" /><sequenceFlow id="f2" sourceRef="sign" targetRef="end" />
  </process></definitions>`
}

let count = 0

/** Ids as long as those of a real host. */
const context: Context = {
  now: '2026-01-01T00:00:00.000Z',
  newId: () => {
    count += 1
    return `0198f1d2-7c3a-7000-8000-${count.toString(16).padStart(12, '0')}`
  },
  evaluate: () => true,
  people: ({ value }) => (value === undefined ? [] : [value]),
}

function runOurs(definition: ProcessDefinition, stored: boolean): void {
  const keep = (instance: Instance): Instance => (stored ? JSON.parse(JSON.stringify(instance)) : instance)
  let instance = keep(advance(definition, undefined, { type: 'start', by: 'applicant' }, context).instance)
  while (instance.status === 'running') {
    const [task] = openTasks(instance)
    if (!task) throw new Error('nothing to do')
    const by = task.candidates[0] ?? ''
    const command = { type: 'complete', taskId: task.taskId, by, decision: 'approve' } as const
    instance = keep(advance(definition, instance, command, context).instance)
  }
}

interface Waiting {
  signal(): void
}

/** The peer tells what waits through a listener, and again after its state was recovered. */
function listen(): { listener: EventEmitter; waiting: Waiting[] } {
  const waiting: Waiting[] = []
  const listener = new EventEmitter()
  listener.on('activity.wait', (activity: Waiting) => waiting.push(activity))
  return { listener, waiting }
}

async function runPeer(moddleContext: object, stored: boolean): Promise<void> {
  let { listener, waiting } = listen()
  let engine = new Engine({ name: 'peer', moddleContext: moddleContext as never })
  await engine.execute({ listener })
  while (engine.state === 'running') {
    if (stored) {
      const state = JSON.stringify(await engine.getState())
      await engine.stop()
      ;({ listener, waiting } = listen())
      engine = new Engine({ name: 'peer' }).recover(JSON.parse(state))
      await engine.resume({ listener })
    }
    const next = waiting.shift()
    if (!next) throw new Error('nothing to do')
    next.signal()
  }
}

async function sizeRow(xml: string): Promise<BenchRow> {
  const definition = await parse(xml)
  let { instance } = advance(definition, undefined, { type: 'start', by: 'applicant' }, context)
  for (let step = 0; step < 4; step += 1) {
    const [task] = openTasks(instance)
    if (!task) break
    const { taskId, candidates } = task
    const by = candidates[0] ?? ''
    instance = advance(definition, instance, { type: 'complete', taskId, by, decision: 'approve' }, context).instance
  }
  const engine = new Engine({ name: 'peer', moddleContext: (await new BpmnModdle().fromXML(xml)) as never })
  const { listener, waiting } = listen()
  await engine.execute({ listener })
  for (let step = 0; step < 4; step += 1) waiting.shift()?.signal()
  const peer = JSON.stringify(await engine.getState()).length
  return row('stored instance, fifth of five tasks open', JSON.stringify(instance).length, peer, 'bytes')
}

const OURS = { samples: 15, ms: 60 }
const PEER = { samples: 7, ms: 200 }

/** Median of instances a second over samples of some milliseconds each, after one to warm up. */
async function median(
  run: () => void | Promise<void>,
  { samples, ms }: { samples: number; ms: number },
): Promise<number> {
  const rates: number[] = []
  for (let sample = 0; sample <= samples; sample += 1) {
    const start = performance.now()
    let done = 0
    while (performance.now() - start < ms) {
      const pending = run()
      if (pending) await pending
      done += 1
    }
    if (sample > 0) rates.push(done / ((performance.now() - start) / 1000))
  }
  return rates.sort((one, other) => one - other)[Math.floor(rates.length / 2)] ?? 0
}
