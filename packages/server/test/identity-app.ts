import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { TALENT_APP } from './talent-office.ts'

interface Register {
  columns: Array<Record<string, unknown>>
  unique?: string[][]
  limits?: Array<Record<string, unknown>>
  editors?: { roles: string[] }
}

/**
 * The test application, made to carry a number of an identity card wherever one can get to: a field, the title of the case, columns
 * of registers, a unique value, a limit, a variable of the flow, and a job that reaches outside.
 */
export async function identityApp(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'zhupi-identity-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  await cp(TALENT_APP, folder, { recursive: true })

  await edit(folder, 'forms/talent.form.json', (form: { schema: { properties: Record<string, unknown> } }) => {
    const number = {
      type: 'string',
      title: '证件号码',
      required: true,
      'x-component': 'Input',
      'x-sensitivity': 'identity',
    }
    form.schema.properties = { 证件号码: number, ...form.schema.properties }
  })
  await edit(folder, 'matters/talent.matter.json', (matter: Record<string, unknown>) => {
    matter.caseTitle = '{{ 姓名 + " " + 证件号码 }}'
    matter.digest = '{{ "电话 " + 联系电话 }}'
  })
  await edit(folder, 'registers/cards.register.json', (cards: Register) => {
    cards.columns.push({ key: '证件号码', sensitivity: 'identity', filter: true })
    cards.unique = [['卡号'], ['证件号码']]
    cards.editors = { roles: ['台账管理'] }
  })
  await edit(folder, 'registers/recommendations.register.json', (list: Register) => {
    list.columns.push({ key: '证件号码', sensitivity: 'identity' })
    list.limits?.push({ by: ['证件号码'], max: 1, label: '一人一次' })
  })

  const flow = join(folder, 'flows/talent.bpmn')
  const input = '<zhupi:input name="证件号码" value="{{ 证件号码 }}" />'
  const text = (await readFile(flow, 'utf8'))
    .replaceAll('<zhupi:input name="持卡人" value="{{ 姓名 }}" />', (found) => found + input)
    .replaceAll('<zhupi:input name="推荐人选" value="{{ 姓名 }}" />', (found) => found + input)
    .replace(
      '<bpmn:receiveTask id="province"',
      `<bpmn:serviceTask id="look" name="查台账">
         <bpmn:extensionElements><zhupi:service type="register.check">
           <zhupi:input name="register" value="recommendations" />${input}
           <zhupi:output name="found" value="{{ result.row }}" />
         </zhupi:service></bpmn:extensionElements>
       </bpmn:serviceTask>
       <bpmn:serviceTask id="tell" name="告知对方系统">
         <bpmn:extensionElements><zhupi:service type="webhook.call">
           <zhupi:input name="url" value="https://other.example.cn/" />${input}
         </zhupi:service></bpmn:extensionElements>
       </bpmn:serviceTask>
       <bpmn:endEvent id="told" name="已告知" />
       <bpmn:sequenceFlow id="f-look" sourceRef="look" targetRef="province" />
       <bpmn:sequenceFlow id="f-tell" sourceRef="quota" targetRef="tell" />
       <bpmn:sequenceFlow id="f-told" sourceRef="tell" targetRef="told" />
       <bpmn:receiveTask id="province"`,
    )
    .replace('sourceRef="quota" targetRef="province"', 'sourceRef="quota" targetRef="look"')
  await writeFile(flow, text)
  return folder
}

async function edit<T>(folder: string, name: string, change: (content: T) => void): Promise<void> {
  const file = join(folder, name)
  const content = JSON.parse(await readFile(file, 'utf8'))
  change(content)
  await writeFile(file, JSON.stringify(content))
}
