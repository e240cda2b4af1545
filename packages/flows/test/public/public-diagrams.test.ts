import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { assumeNext } from '../../src/forecast/assume.ts'
import {
  FlowError,
  forecast,
  fromOther,
  lint,
  type ProcessDefinition,
  parse,
  replay,
  waitsOf,
} from '../../src/index.ts'
import { checkState } from '../check-state.ts'
import { TestRun } from '../start.ts'

const FOLDER = fileURLToPath(new URL('.', import.meta.url))

function read(file: string): string {
  return readFileSync(`${FOLDER}${file}.bpmn`, 'utf8')
}

/** Each diagram that is refused: code, element, and what it is about. */
const REFUSED: Record<string, string> = {
  'bpmn-moddle/activity-children': 'DIAGRAM_INVALID | Process_1 | no start event',
  'bpmn-moddle/category': 'DIAGRAM_INVALID | no such process',
  'bpmn-moddle/conversation-children': 'DIAGRAM_INVALID | no such process',
  'bpmn-moddle/data-object-reference': 'DIAGRAM_INVALID | Process_1 | no start event',
  'bpmn-moddle/definitions-children': 'DIAGRAM_INVALID | process_61856 | no start event',
  'bpmn-moddle/di-extension': 'DIAGRAM_INVALID | no such process',
  'bpmn-moddle/documentation': 'DIAGRAM_INVALID | Process_1 | no start event',
  'bpmn-moddle/documentation-extension-elements': 'DIAGRAM_INVALID | Process_1 | no start event',
  'bpmn-moddle/empty-definitions': 'DIAGRAM_INVALID | no such process',
  'bpmn-moddle/empty-definitions-default-ns': 'DIAGRAM_INVALID | no such process',
  'bpmn-moddle/error--categoryValue': 'DIAGRAM_INVALID | unparsable content <categoryValue> detected',
  'bpmn-moddle/error--duplicate-ids': 'DIAGRAM_INVALID | test | duplicate ID <test>',
  'bpmn-moddle/error--extension-definition-missing': 'DIAGRAM_INVALID | no such process',
  'bpmn-moddle/error--undeclared-ns-child': 'DIAGRAM_INVALID | unparsable content <someElement> detected',
  'bpmn-moddle/error--unrecognized-child': 'DIAGRAM_INVALID | unparsable content <bpmn2:unrecognized> detected',
  'bpmn-moddle/escalation-error': 'DIAGRAM_INVALID | no such process',
  'bpmn-moddle/example-colors': 'DIAGRAM_INVALID | Process_1 | no start event',
  'bpmn-moddle/expression-plain': 'DIAGRAM_INVALID | Process_1 | no start event',
  'bpmn-moddle/extension--camunda--inputOutput': 'DIAGRAM_INVALID | testProcess | no start event',
  'bpmn-moddle/extension-attributes': 'DIAGRAM_INVALID | Process_1 | no start event',
  'bpmn-moddle/extension-elements': 'DIAGRAM_INVALID | no such process',
  'bpmn-moddle/inputOutputSpecification-children': 'DIAGRAM_INVALID | Process_1 | no start event',
  'bpmn-moddle/operation-messageRef': 'DIAGRAM_INVALID | no such process',
  'bpmn-moddle/participant-interfaceRef': 'DIAGRAM_INVALID | no such process',
  'bpmn-moddle/potentialOwner': 'DIAGRAM_INVALID | Process_1 | no start event',
  'bpmn-moddle/simple': 'DIAGRAM_INVALID | Process_1 | no start event',
  'bpmn-moddle/simple-default-ns': 'DIAGRAM_INVALID | Process_1 | no start event',
  'bpmn-moddle/vendor--signavio-complex-no-extensions':
    'REFERENCE_MISSING | sid-6EED0CFD-023A-4ACC-B944-42D90A617BDF | messageRef',
  'bpmn-moddle/vendor--yaoqiang-event-definitions': 'EXPRESSION_UNTRANSLATABLE | ID_UserTaskTimeout3 | 1w',
  'bpmn-moddle/xsi-type': 'ELEMENT_UNSUPPORTED | Task_1 | neither a collection nor a cardinality',
  'process-engine/intermediate_event_link_test': 'REFERENCE_MISSING | IntermediateLinkThrowEvent666 | testlink666',
  'process-engine/join_gateway_discovery_test': 'DIAGRAM_INVALID | Task_0nr4gbo | the script is empty',
  'process-engine/process_engine_io_release': 'EXPRESSION_UNTRANSLATABLE | jeden_donnerstag_start | 0 9 * * 4',
  'process-engine/subprocess_links_test': 'DIAGRAM_INVALID | subprocess_test (1) | illegal ID <subprocess_test (1)>',
}

/** Each that runs, and how it goes when everybody approves and services succeed: to an end, or to what stops it. */
const RUNS: Record<string, string> = {
  'bpmn-moddle/error--di-no-bpmn-element': 'completed',
  'bpmn-moddle/lane-children': 'completed',
  'bpmn-moddle/multiInstanceLoopCharacteristics': 'LOOP_INVALID | CheckDataTask',
  'bpmn-moddle/process-children': 'completed',
  'camunda/connector_test': 'waits at Activity_1cqj8wv',
  'camunda/test': 'completed after demo-service, Process Message',
  'camunda/test-job-process': 'completed after Test Job',
  'process-engine/DemoNutztierRiss':
    'completed after Vorgang erfassen, Vorgang anlegen, Gesprächsnotiz mit Berater eintragen, Notiz an Vorgang schreiben, Vorgang prüfen, Vorgang freigeben',
  'process-engine/customized_signal_end_event_payload': 'completed',
  'process-engine/default_sequence_flow_test': 'completed',
  'process-engine/diagram_with_invalid_task_configs': 'completed',
  'process-engine/empty_lane_test': 'completed',
  'process-engine/generic_sample': 'completed after Message transformieren, Message tokenisieren, Message speichern',
  'process-engine/process_with_boundary_events': 'completed',
  'process-engine/sublane_test': 'EXPRESSION_FAILED | SequenceFlow_1n8yxzw',
  'process-engine/subprocess_2_test': 'completed after UserTask1, External UserTask',
  'process-engine/subprocess_test': 'completed after UserTask1',
  'process-engine/user_task_multiple': 'completed after User Task 1, User Task 2',
  'process-engine/user_task_test': 'EXPRESSION_FAILED | st_ProvideResults',
}

it('knows every diagram that lies here', () => {
  const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.bpmn'))
  const known = Object.keys({ ...REFUSED, ...RUNS }).map((file) => `${file}.bpmn`)
  expect(files.map((file) => file.replaceAll('\\', '/')).sort()).toEqual(known.sort())
})

it.each(Object.entries(REFUSED))('refuses %s: %s', async (file, why) => {
  expect(await refusalOf(async () => parse((await fromOther(read(file))).xml))).toBe(why)
  // What cannot run is said in both languages, and never thrown.
  const issues = await lint(read(file))
  expect(issues.filter(({ severity }) => severity === 'error').length).toBeGreaterThan(0)
  for (const { message } of issues) expect(message).toEqual({ zh: expect.any(String), en: expect.any(String) })
})

it.each(Object.entries(RUNS))('runs %s: %s', async (file, way) => {
  const { xml } = await fromOther(read(file))
  for (const { message } of await lint(xml)) expect(message).toEqual({ zh: expect.any(String), en: expect.any(String) })
  expect(drive(await parse(xml))).toBe(way)
})

async function refusalOf(action: () => Promise<unknown>): Promise<string> {
  return action().then(
    () => 'runs',
    (error: unknown) => {
      if (error instanceof FlowError) return inWords(error)
      throw error
    },
  )
}

function inWords({ code, details }: FlowError): string {
  const { elementId, reason, reference, type, dropped } = details
  const [first] = (dropped ?? []) as { text: string }[]
  const about = String(reason ?? reference ?? type ?? first?.text ?? '').split('\n', 1)[0]
  return [code, elementId, about].filter(Boolean).join(' | ')
}

/** Everybody answers as the forecast assumes, every law is checked at every step, and what comes was forecast. */
function drive(definition: ProcessDefinition): string {
  const run = new TestRun(definition, {})
  try {
    run.send({ type: 'start', by: 'applicant' })
    checkState(definition, run.state, run.events)
    for (let step = 0; run.status === 'running'; step += 1) {
      const waits = waitsOf(definition, run.state)
      const foreseen = forecast(definition, run.state, run.context).map(({ elementId }) => elementId)
      expect(foreseen).toEqual(expect.arrayContaining(waits.map(({ elementId }) => elementId)))
      const next = assumeNext(definition, run.state, waits, {})
      if (!next || step === 50) return `waits at ${run.waitingAt().join(', ')}`
      if (next.at !== undefined && next.at > run.now) run.now = next.at
      const before = run.state
      checkState(definition, run.state, run.send(next.command))
      const came = waitsOf(definition, run.state).filter(({ activationId }) => activationId >= before.next)
      expect(foreseen).toEqual(expect.arrayContaining(came.map(({ elementId }) => elementId)))
    }
  } catch (error) {
    if (error instanceof FlowError) return inWords(error)
    throw error
  }
  expect(replay(run.events)).toEqual(run.state)
  const steps = passed(run)
  return steps.length > 0 ? `${run.status} after ${steps.join(', ')}` : run.status
}

/** What was asked of people and systems, by name where it has one. */
function passed({ definition, events }: TestRun): string[] {
  return events.flatMap((event) => {
    if (event.type !== 'TaskCompleted' && event.type !== 'ServiceCompleted' && event.type !== 'TimerFired') return []
    return definition.elements[event.elementId]?.name?.replaceAll(/\s+/g, ' ') ?? event.elementId
  })
}
