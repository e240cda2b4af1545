import type { FlowElement, ProcessDefinition } from '@zhupi/flows'
import { type FormDefinition, walkFields } from '@zhupi/forms'
import { compile, isExpression } from '@zhupi/forms/feel'
import type { RegisterDefinition } from '../features/registers/register-definition.ts'
import { SERVICE_TYPES } from '../services/service-types.ts'
import type { AppFolder, AppIssue, Sourced } from './app.ts'

/** What the steps of a flow demand of the form, the registers and the directory. */
export function checkFlow(app: AppFolder, flow: Sourced<ProcessDefinition>, form: FormDefinition): AppIssue[] {
  const issues: AppIssue[] = []
  const report: Report = (path, code, message, severity = 'error') => {
    issues.push({ file: flow.file, path, code, message, severity })
  }
  const fields = new Map([...walkFields(form)].map((field) => [field.path, field.schema['x-component']]))
  for (const element of Object.values(flow.definition.elements)) {
    checkFieldKeys(element, fields, report)
    checkPeople(app, element, fields, report)
    if (element.decision) checkDecision(app, element, report)
    else if (element.service) checkService(app, element, report)
  }
  for (const { id, condition } of Object.values(flow.definition.sequenceFlows)) {
    if (condition) checkExpression(condition, [id, 'conditionExpression'], report)
  }
  return issues
}

type Report = (path: AppIssue['path'], code: string, message: string, severity?: AppIssue['severity']) => void

function checkFieldKeys(element: FlowElement, fields: ReadonlyMap<string, string | undefined>, report: Report): void {
  for (const key of Object.keys(element.approval?.fields ?? element.fields ?? {})) {
    if (key !== '*' && !fields.has(key)) {
      report([element.id, 'zhupi:fields', key], 'FIELD_MISSING', `${nameOf(element)}：表单里没有字段“${key}”。`)
    }
  }
  const opinion = element.approval?.opinion.field
  if (opinion && fields.get(opinion) !== 'Opinion') {
    report([element.id, 'zhupi:opinion'], 'NOT_AN_OPINION', `${nameOf(element)}：表单里没有意见栏“${opinion}”。`)
  }
}

function checkPeople(
  app: AppFolder,
  element: FlowElement,
  fields: ReadonlyMap<string, string | undefined>,
  report: Report,
): void {
  for (const [index, { from, value, unit }] of (element.approval?.people ?? []).entries()) {
    const path = [element.id, 'zhupi:people', index]
    for (const text of [value, unit]) if (isExpression(text)) checkExpression(text, path, report)
    if (value === undefined || isExpression(value)) continue
    const missing = missingPeople(app, from, value)
    if (missing) report(path, missing.code, `${nameOf(element)}：${missing.message}`, 'warning')
    if (from === 'field' && !fields.has(value)) {
      report(path, 'FIELD_MISSING', `${nameOf(element)}：表单里没有字段“${value}”。`)
    }
  }
}

function missingPeople(app: AppFolder, from: string, value: string): { code: string; message: string } | undefined {
  if (from === 'role' && !app.people.some(({ roles }) => roles.includes(value))) {
    return { code: 'ROLE_UNKNOWN', message: `通讯录里没有人有角色“${value}”。` }
  }
  if (from === 'post' && !app.people.some(({ posts }) => posts.includes(value))) {
    return { code: 'POST_UNKNOWN', message: `通讯录里没有人任“${value}”。` }
  }
  if (from === 'user' && !app.people.some(({ id }) => id === value)) {
    return { code: 'PERSON_UNKNOWN', message: `通讯录里没有账号“${value}”。` }
  }
  if (from === 'unit' && !app.units.some(({ id }) => id === value)) {
    return { code: 'UNIT_UNKNOWN', message: `通讯录里没有单位“${value}”。` }
  }
  return undefined
}

/** The task decides by itself, so that what it would ask of the host is not looked at. */
function checkDecision(app: AppFolder, element: FlowElement, report: Report): void {
  const ref = element.decision?.ref
  const exists = [...app.decisions.values()].some(({ definition }) => definition.some(({ id }) => id === ref))
  if (!exists) report([element.id, 'zhupi:decision'], 'DECISION_MISSING', `${nameOf(element)}：没有决策“${ref}”。`)
}

function checkService(app: AppFolder, element: FlowElement, report: Report): void {
  const { type = '', input = [], output = [] } = element.service ?? {}
  const path = [element.id, 'zhupi:service']
  const named = nameOf(element)
  if (!Object.hasOwn(SERVICE_TYPES, type)) report(path, 'SERVICE_UNKNOWN', `${named}：没有服务“${type}”。`)
  for (const { name, value } of [...input, ...output]) {
    if (isExpression(value)) checkExpression(value, [...path, name], report)
  }
  if (!type.startsWith('register.') && type !== 'card.issue') return
  const register = findRegister(app, element, report)
  if (!register) return
  if (type === 'card.issue' && !register.card) {
    report(path, 'CARD_MISSING', `${named}：台账“${register.title}”没有写卡的编号与有效期（card）。`)
  }
  checkColumns(element, type, register, report)
}

/** The register a service names; one that an expression names is only known at run time. */
function findRegister(app: AppFolder, element: FlowElement, report: Report): RegisterDefinition | undefined {
  const key = element.service?.input.find(({ name }) => name === 'register')?.value
  const path = [element.id, 'zhupi:service']
  if (key === undefined) report(path, 'REGISTER_MISSING', `${nameOf(element)}：没有写是哪个台账（register）。`)
  else if (!isExpression(key)) {
    const register = app.registers.get(key)?.definition
    if (!register) report(path, 'REGISTER_MISSING', `${nameOf(element)}：没有可用的台账“${key}”。`)
    return register
  }
  return undefined
}

function checkColumns(element: FlowElement, type: string, register: RegisterDefinition, report: Report): void {
  const given = new Set((element.service?.input ?? []).map(({ name }) => name))
  const path = [element.id, 'zhupi:service']
  const columns = new Set(register.columns.map(({ key }) => key))
  for (const name of given) {
    if (name !== 'register' && name !== 'row' && !columns.has(name)) {
      report([...path, name], 'COLUMN_MISSING', `${nameOf(element)}：台账“${register.title}”没有“${name}”这一列。`)
    }
  }
  if (type === 'register.check' || type === 'register.remove') return
  const filled = new Set(type === 'card.issue' && register.card ? [register.card.number] : [])
  for (const { key, required } of register.columns) {
    if (required && !given.has(key) && !filled.has(key)) {
      report(path, 'COLUMN_REQUIRED', `${nameOf(element)}：台账“${register.title}”的“${key}”必填，这里没有给。`)
    }
  }
}

function checkExpression(text: string, path: AppIssue['path'], report: Report): void {
  for (const { code, message } of compile(text).issues) report(path, code, message)
}

function nameOf({ id, name }: FlowElement): string {
  return name ? `“${name}”` : id
}
