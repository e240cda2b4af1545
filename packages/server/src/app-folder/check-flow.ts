import { type FlowElement, FlowError, link, type ProcessDefinition } from '@zhupi/flows'
import { type FormDefinition, walkFields } from '@zhupi/forms'
import { isExpression } from '@zhupi/forms/feel'
import type { RegisterDefinition } from '../features/registers/register-definition.ts'
import { SERVICE_TYPES } from '../services/service-types.ts'
import { type AppFolder, type AppIssue, processesIn, type SourcedFlow } from './app.ts'
import { lintFlow } from './lint-flow.ts'

/** What the steps of a flow demand of the form, the registers and the directory, and what lint says of it. */
export async function checkFlow(app: AppFolder, flow: SourcedFlow, form: FormDefinition): Promise<AppIssue[]> {
  const issues: AppIssue[] = []
  const report: Report = (path, code, message, severity = 'error') => {
    issues.push({ file: flow.file, path, code, message, severity })
  }
  for (const element of Object.values(wholeFlow(app, flow, report).elements)) {
    checkPeople(app, element, report)
    if (element.call) checkCall(app, element, element.call.processId, report)
    if (element.decision) checkDecision(app, element, report)
    else if (element.service) checkService(app, element, report)
  }
  const fields = [...walkFields(form)]
  const keys = fields.map(({ path }) => path)
  const found = await lintFlow(flow, {
    names: keys,
    fields: keys,
    opinionFields: fields.filter(({ schema }) => schema['x-component'] === 'Opinion').map(({ path }) => path),
    services: Object.keys(SERVICE_TYPES),
  })
  return [...found, ...issues]
}

/** The flow with what it calls, so that the steps of that are looked at as well. */
function wholeFlow(app: AppFolder, { definition }: SourcedFlow, report: Report): ProcessDefinition {
  try {
    return link(definition, { processes: [...app.flows.values()].flatMap(processesIn) })
  } catch (error) {
    if (!(error instanceof FlowError)) throw error
    const { elementId = '', process } = error.details
    report([`${elementId}`, 'calledElement'], error.code, `应用里没有要调用的流程“${process}”。`)
    return definition
  }
}

type Report = (path: AppIssue['path'], code: string, message: string, severity?: AppIssue['severity']) => void

function checkPeople(app: AppFolder, element: FlowElement, report: Report): void {
  for (const [index, { from, value }] of (element.approval?.people ?? []).entries()) {
    if (value === undefined || isExpression(value)) continue
    const missing = missingPeople(app, from, value)
    const path = [element.id, 'zhupi:people', index]
    if (missing) report(path, missing.code, `${nameOf(element)}：${missing.message}`, 'warning')
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

/** One that is not there is said by `wholeFlow`. */
function checkCall({ flows }: AppFolder, element: FlowElement, processId: string, report: Report): void {
  const files = [...flows.values()].filter((flow) => processesIn(flow).some(({ id }) => id === processId))
  if (files.length < 2) return
  const named = files.map(({ file }) => file).join('、')
  const message = `${nameOf(element)}：流程“${processId}”在 ${named} 里都有，不知道用哪一个。`
  report([element.id, 'calledElement'], 'PROCESS_TWICE', message)
}

/** The task decides by itself, so that what it would ask of the host is not looked at. */
function checkDecision(app: AppFolder, element: FlowElement, report: Report): void {
  const ref = element.decision?.ref
  const exists = [...app.decisions.values()].some(({ definition }) => definition.some(({ id }) => id === ref))
  if (!exists) report([element.id, 'zhupi:decision'], 'DECISION_MISSING', `${nameOf(element)}：没有决策“${ref}”。`)
}

function checkService(app: AppFolder, element: FlowElement, report: Report): void {
  const { type = '' } = element.service ?? {}
  const path = [element.id, 'zhupi:service']
  if (!type.startsWith('register.') && type !== 'card.issue') return
  const register = findRegister(app, element, report)
  if (!register) return
  if (type === 'card.issue' && !register.card) {
    const named = nameOf(element)
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

function nameOf({ id, name }: FlowElement): string {
  return name ? `“${name}”` : id
}
