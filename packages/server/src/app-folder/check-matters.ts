import type { FormDefinition } from '@zhupi/forms'
import { walkFields } from '@zhupi/forms'
import { compile, isExpression } from '@zhupi/forms/feel'
import type { MatterDefinition } from '../features/matters/matter-definition.ts'
import { ruleName } from '../features/registers/group-key.ts'
import { hasSequence } from '../services/numbering.ts'
import type { AppFolder, AppIssue } from './app.ts'
import { checkFlow } from './check-flow.ts'

/** What expressions of a matter may read besides the form's fields. */
const INITIATOR_NAMES = [
  'initiator.id',
  'initiator.name',
  'initiator.roles',
  'initiator.posts',
  'initiator.unit',
  'initiator.unit.id',
  'initiator.unit.name',
  'initiator.unit.shortName',
  'initiator.unit.division',
  'initiator.unit.kind',
  'initiator.unit.creditCode',
]
const CASE_NAMES = ['initiator', 'caseId', 'caseNumber']

/** What a matter demands of its form, its flow, its registers and the directory. */
export async function checkMatters(app: AppFolder): Promise<AppIssue[]> {
  const checked = [...app.matters.values()].map(async ({ file, definition }) => {
    const issue = (path: AppIssue['path'], code: string, message: string): AppIssue => {
      return { file, path, code, message, severity: 'error' }
    }
    const issues: AppIssue[] = []
    const form = app.forms.get(definition.form)
    const flow = app.flows.get(definition.flow)
    if (!form) issues.push(issue(['form'], 'FORM_MISSING', `没有可用的表单 forms/${definition.form}.form.json。`))
    if (!flow) issues.push(issue(['flow'], 'FLOW_MISSING', `没有可用的流程 flows/${definition.flow}.bpmn。`))
    if (!hasSequence(definition.numbering)) {
      issues.push(issue(['numbering'], 'NUMBERING_INVALID', '编号规则里要有 {seq}，如 HCK-{year}-{seq:4}。'))
    }
    issues.push(...checkLimits(app, definition, issue), ...checkRoles(app, definition, file))
    if (form) issues.push(...checkFields(form.definition, definition, issue))
    if (form && flow) issues.push(...(await checkFlow(app, flow, form.definition)))
    return issues
  })
  return (await Promise.all(checked)).flat()
}

type MakeIssue = (path: AppIssue['path'], code: string, message: string) => AppIssue

function checkFields(form: FormDefinition, matter: MatterDefinition, issue: MakeIssue): AppIssue[] {
  const fields = new Map([...walkFields(form)].map((field) => [field.path, field.schema]))
  const issues: AppIssue[] = []
  for (const key of Object.keys(matter.prefill)) {
    if (!fields.has(key)) issues.push(issue(['prefill', key], 'FIELD_MISSING', `表单里没有字段“${key}”。`))
  }
  for (const key of Object.keys(matter.owners)) {
    if (fields.get(key)?.['x-component'] !== 'Opinion') {
      issues.push(issue(['owners', key], 'NOT_AN_OPINION', `表单里没有意见栏“${key}”。`))
    }
  }
  const names = [...fields.keys(), ...CASE_NAMES, ...INITIATOR_NAMES]
  for (const [path, expression, known] of expressions(matter, names)) {
    if (!isExpression(expression)) continue
    for (const { code, message } of compile(expression, { names: known }).issues)
      issues.push(issue(path, code, message))
  }
  return issues
}

function* expressions(matter: MatterDefinition, names: string[]): Generator<[AppIssue['path'], string, string[]]> {
  yield [['caseTitle'], matter.caseTitle, names]
  yield [['digest'], matter.digest, names]
  const beforeStart = ['initiator', ...INITIATOR_NAMES]
  for (const [key, text] of Object.entries(matter.prefill)) yield [['prefill', key], text, beforeStart]
  for (const [key, text] of Object.entries(matter.owners)) yield [['owners', key], text, names]
  for (const [index, { group }] of matter.limits.entries()) {
    for (const [key, text] of Object.entries(group)) yield [['limits', index, 'group', key], text, names]
  }
}

function checkLimits(app: AppFolder, matter: MatterDefinition, issue: MakeIssue): AppIssue[] {
  return matter.limits.flatMap(({ register, group }, index) => {
    const found = app.registers.get(register)?.definition
    if (!found) return [issue(['limits', index, 'register'], 'REGISTER_MISSING', `没有可用的台账“${register}”。`)]
    const wanted = ruleName(Object.keys(group).sort())
    if (found.limits.some(({ by }) => ruleName([...by].sort()) === wanted)) return []
    const message = `台账“${found.title}”没有按 ${Object.keys(group).join('、') || '全部'} 的名额。`
    return [issue(['limits', index, 'group'], 'LIMIT_MISSING', message)]
  })
}

function checkRoles(app: AppFolder, { initiators, readers }: MatterDefinition, file: string): AppIssue[] {
  const known = new Set(app.people.flatMap(({ roles }) => roles))
  const named: Array<[AppIssue['path'], readonly string[]]> = [
    [['initiators', 'roles'], initiators.roles],
    [['readers', 'roles'], readers.roles],
  ]
  return named.flatMap(([path, roles]) =>
    roles
      .filter((role) => !known.has(role))
      .map((role) => {
        return { file, path, code: 'ROLE_UNKNOWN', message: `通讯录里没有人有角色“${role}”。`, severity: 'warning' }
      }),
  )
}
