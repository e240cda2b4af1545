import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Sensitivity } from '@zhupi/forms'
import fc from 'fast-check'
import { TALENT_APP } from '../talent-office.ts'

export type Level = 'hidden' | 'read' | 'edit'

/** A field that is filled with a text of its own, and who may see it. */
export interface PlantedField {
  key: string
  kind: 'text' | 'table' | 'object'
  sensitivity?: Sensitivity
  /** Columns of a table, fields of an object. */
  inner: Array<{ key: string; sensitivity?: Sensitivity; levels: Level[] }>
  /** Access of the start and of the two steps. */
  levels: Level[]
  /** Whether a column of the register that it is copied to is shown. */
  inRegister: 'hidden' | 'shown'
}

export interface LeakyApp {
  fields: PlantedField[]
  /** Access of the start and of the two steps to the opinion of each step. */
  opinions: Level[][]
}

const SENSITIVITIES = ['identity', 'phone', 'email', 'address', 'name', 'bank'] as const
const sensitivity = fc.option(fc.constantFrom(...SENSITIVITIES), { nil: undefined, freq: 1 })
// The start fills in what it sees; the first step fills in what the start does not see, and writes over the rest.
const levels = fc.tuple(
  fc.constantFrom<Level>('hidden', 'edit'),
  fc.constantFrom<Level>('hidden', 'read', 'edit', 'edit'),
  fc.constantFrom<Level>('hidden', 'read'),
)
const inner = fc
  .array(fc.record({ sensitivity, levels }), { minLength: 1, maxLength: 3 })
  .map((columns) => columns.map((column, index) => ({ ...column, key: `内${index}` })))

const field = fc.record({
  kind: fc.constantFrom<PlantedField['kind']>('text', 'text', 'table', 'object', 'object'),
  sensitivity,
  inner,
  levels,
  inRegister: fc.constantFrom<PlantedField['inRegister']>('hidden', 'shown'),
})

/** Random forms with random access of a start and two steps, random sensitivities, and a register that the case writes to. */
export const leakyApps: fc.Arbitrary<LeakyApp> = fc.record({
  fields: fc
    .array(field, { minLength: 3, maxLength: 8 })
    .map((fields) => fields.map((one, index) => ({ ...one, key: `字段${index}` }))),
  opinions: fc.tuple(levels, levels).map(([first, second]) => [[...first], [...second]]),
})

export const FIRST = 'firm-1-leader'
export const SECOND = 'county-clerk'
/** Reads the register, and no case. */
export const REGISTER_READER = 'iit-clerk'

/** Writes the application into a new folder. @returns the folder */
export function writeLeakyApp({ fields, opinions }: LeakyApp): string {
  const folder = mkdtempSync(join(tmpdir(), 'zhupi-leaks-'))
  cpSync(join(TALENT_APP, 'directory'), join(folder, 'directory'), { recursive: true })
  const write = (path: string, content: unknown) =>
    writeFileSync(join(folder, path), typeof content === 'string' ? content : JSON.stringify(content))
  for (const name of ['forms', 'flows', 'matters', 'registers']) mkdirSync(join(folder, name))
  const opinionKeys = ['意见0', '意见1']
  write('app.json', { key: 'leaks', title: '泄露' })
  write('forms/leaks.form.json', {
    key: 'leaks',
    title: '泄露',
    schema: {
      type: 'object',
      properties: Object.fromEntries([
        ...fields.map((one) => [one.key, schemaOf(one)]),
        ...opinionKeys.map((key) => [key, { type: 'array', title: key, 'x-component': 'Opinion' }]),
      ]),
    },
    paper: {
      size: 'A4',
      title: '泄露',
      columns: [1, 3],
      rows: [...fields.map(({ key }) => key), ...opinionKeys].map((key) => [{ text: key }, { field: key }]),
    },
  })
  write('flows/leaks.bpmn', flowOf(fields, opinions))
  const texts = fields.filter(({ kind }) => kind === 'text')
  const shown = texts.find(({ levels: [start] }) => start === 'edit')
  const sensitive = texts.find((one) => one.sensitivity)
  write('matters/leaks.matter.json', {
    key: 'leaks',
    title: '泄露',
    form: 'leaks',
    flow: 'leaks',
    initiators: { roles: ['企业经办'] },
    readers: { roles: ['台账查看'] },
    numbering: 'X-{seq:4}',
    // A title with what is hidden from somebody is the author's own doing, and the check says so; a sensitive value is masked.
    caseTitle: sensitive ? `{{ "件" + ${sensitive.key} }}` : '件',
    digest: sensitive && shown?.sensitivity ? `{{ ${shown.key} }}` : '',
  })
  const columns = texts.map((one) => ({
    key: one.key,
    ...(one.sensitivity && { sensitivity: one.sensitivity }),
    ...(one.inRegister === 'hidden' && { hidden: true }),
  }))
  write('registers/leaks.register.json', {
    key: 'leaks',
    title: '泄露',
    unitOfCount: '条',
    columns: [{ key: '办件' }, ...columns],
    readers: { roles: ['市级审核'] },
  })
  return folder
}

function schemaOf({ key, kind, sensitivity, inner }: PlantedField): object {
  if (kind === 'text') return textOf(key, sensitivity)
  const properties = Object.fromEntries(inner.map((one) => [one.key, textOf(one.key, one.sensitivity)]))
  if (kind === 'object') return { type: 'object', title: key, properties }
  return { type: 'array', title: key, 'x-component': 'SubTable', items: { type: 'object', properties } }
}

function textOf(title: string, sensitivity: Sensitivity | undefined): object {
  return { type: 'string', title, 'x-component': 'Input', ...(sensitivity && { 'x-sensitivity': sensitivity }) }
}

function flowOf(fields: readonly PlantedField[], opinions: readonly Level[][]): string {
  const access = (step: number) => {
    const lines = fields.flatMap((one) => [
      `<zhupi:field key="${one.key}" access="${one.levels[step]}" />`,
      ...(one.kind === 'text'
        ? []
        : one.inner.map((column) => `<zhupi:field key="${one.key}.${column.key}" access="${column.levels[step]}" />`)),
    ])
    const own = opinions.map((levels, index) => `<zhupi:field key="意见${index}" access="${seen(levels[step])}" />`)
    return `<zhupi:fields>${[...lines, ...own].join('')}</zhupi:fields>`
  }
  const task = (index: number, person: string) => `
    <bpmn:userTask id="step${index}" name="第${index + 1}步"><bpmn:extensionElements>
      <zhupi:people from="user" value="${person}" />${access(index + 1)}
      <zhupi:opinion field="意见${index}" required="true" signature="false" seal="false" />
    </bpmn:extensionElements></bpmn:userTask>`
  const texts = fields.filter(({ kind }) => kind === 'text')
  const inputs = texts.map(({ key }) => `<zhupi:input name="${key}" value="{{ ${key} }}" />`).join('')
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zhupi="urn:zhupi:bpmn:1" id="d" targetNamespace="urn:zhupi:test">
  <bpmn:process id="leaks" name="泄露" isExecutable="true">
    <bpmn:startEvent id="apply" name="申报"><bpmn:extensionElements>${access(0)}</bpmn:extensionElements></bpmn:startEvent>
    ${task(0, FIRST)}${task(1, SECOND)}
    <bpmn:serviceTask id="put" name="登记"><bpmn:extensionElements><zhupi:service type="register.put">
      <zhupi:input name="register" value="leaks" /><zhupi:input name="办件" value="{{ caseNumber }}" />${inputs}
    </zhupi:service></bpmn:extensionElements></bpmn:serviceTask>
    <bpmn:endEvent id="end" />
    <bpmn:sequenceFlow id="f0" sourceRef="apply" targetRef="step0" />
    <bpmn:sequenceFlow id="f1" sourceRef="step0" targetRef="step1" />
    <bpmn:sequenceFlow id="f2" sourceRef="step1" targetRef="put" />
    <bpmn:sequenceFlow id="f3" sourceRef="put" targetRef="end" />
  </bpmn:process>
</bpmn:definitions>`
}

/** Nobody fills an opinion in: whoever decides writes it. */
function seen(level: Level | undefined): Level {
  return level === 'hidden' ? 'hidden' : 'read'
}
