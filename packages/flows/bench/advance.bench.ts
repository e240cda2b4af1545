import { EventEmitter } from 'node:events'
import { advance, type Context, type Instance, openTasks, type ProcessDefinition, parse } from '@zhupi/flows'
import { Engine } from 'bpmn-engine'
import { BpmnModdle } from 'bpmn-moddle'

/**
 * `advance` beside bpmn-engine on the same diagrams, in the same run: whole instances from the start to the end, every
 * user task completed one by one; in memory, and with the state stringified, parsed and taken up again between actions.
 * Both packages are measured as they are shipped, in time of the processor; their samples alternate, so that a busy machine
 * slows both alike.
 *
 * Then the time of one step in lines of 10, 60 and 240 elements: `peer` is the line of 10, and a ratio of 1 is flat.
 */
export interface BenchRow {
  bench: string
  /** Medians of instances a second, or of nanoseconds a step; or bytes. */
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
      const [ours = 0, peer = 0] = await medians([
        () => runOurs(definition, stored),
        () => runPeer(moddleContext, stored),
      ])
      found.push(row(`${name}, ${where(stored)}, median`, ours, peer, 'instances/s'))
    }
  }
  for (const stored of [false, true]) found.push(...(await flatnessRows(stored)))
  const [line] = DIAGRAMS
  if (line) found.push(await sizeRow(line.xml))
  return found
}

const where = (stored: boolean) => (stored ? 'stored between steps' : 'in memory')

/** Time of a step in longer and longer lines, all of it and only the first five, beside the shortest. */
async function flatnessRows(stored: boolean): Promise<BenchRow[]> {
  const lengths = [10, 60, 240]
  const definitions = await Promise.all(lengths.map((length) => parse(line(length - 2, 0))))
  const found: BenchRow[] = []
  for (const steps of [5, Number.POSITIVE_INFINITY]) {
    const rates = await medians(definitions.map((definition) => () => runOurs(definition, stored, steps)))
    const spans = rates.map((rate, index) => 1e9 / rate / Math.min(steps, (lengths[index] ?? 0) - 1))
    const part = steps === 5 ? 'first five steps' : 'whole'
    found.push(
      ...spans.map((span, index) =>
        row(
          `line of ${lengths[index]} elements, ${part}, ${where(stored)}, median`,
          span,
          spans[0] ?? span,
          'ns a step',
        ),
      ),
    )
  }
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

/** @param steps commands at most, `start` among them; else until it ends */
function runOurs(definition: ProcessDefinition, stored: boolean, steps = Number.POSITIVE_INFINITY): void {
  const keep = (instance: Instance): Instance => (stored ? JSON.parse(JSON.stringify(instance)) : instance)
  let instance = keep(advance(definition, undefined, { type: 'start', by: 'applicant' }, context).instance)
  for (let step = 1; step < steps && instance.status === 'running'; step += 1) {
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

const SAMPLES = 15
const SAMPLE_MS = 60
const WARM_UP_MS = 600

/** Of each, the median of runs a second over samples that take turns, after a while to warm up. */
async function medians(runs: readonly (() => void | Promise<void>)[]): Promise<number[]> {
  for (const run of runs) await rate(run, WARM_UP_MS)
  const rates: number[][] = runs.map(() => [])
  for (let sample = 0; sample < SAMPLES; sample += 1) {
    for (const [index, run] of runs.entries()) rates[index]?.push(await rate(run, SAMPLE_MS))
  }
  return rates.map((found) => found.sort((one, other) => one - other)[Math.floor(SAMPLES / 2)] ?? 0)
}

/** Runs a second of the processor's time, over this time and at least one run: what others do meanwhile does not count. */
async function rate(run: () => void | Promise<void>, ms: number): Promise<number> {
  const start = processorMs()
  let done = 0
  do {
    const pending = run()
    if (pending) await pending
    done += 1
  } while (processorMs() - start < ms)
  return done / ((processorMs() - start) / 1000)
}

function processorMs(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
