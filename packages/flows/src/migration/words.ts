import type { DueRule, PeopleRule, Round } from '../definition/approval.ts'
import type { FlowElement } from '../definition/process-definition.ts'

/** The same in both languages. */
export interface Words {
  zh: string
  en: string
}

const TYPES: Readonly<Record<string, readonly [string, string]>> = {
  'bpmn:StartEvent': ['开始事件', 'start event'],
  'bpmn:EndEvent': ['结束事件', 'end event'],
  'bpmn:IntermediateCatchEvent': ['中间捕获事件', 'intermediate catch event'],
  'bpmn:IntermediateThrowEvent': ['中间抛出事件', 'intermediate throw event'],
  'bpmn:BoundaryEvent': ['边界事件', 'boundary event'],
  'bpmn:UserTask': ['审批步骤', 'step'],
  'bpmn:ServiceTask': ['服务任务', 'service task'],
  'bpmn:SendTask': ['发送任务', 'send task'],
  'bpmn:ReceiveTask': ['接收任务', 'receive task'],
  'bpmn:ScriptTask': ['脚本任务', 'script task'],
  'bpmn:BusinessRuleTask': ['决策表任务', 'business rule task'],
  'bpmn:ManualTask': ['手工任务', 'manual task'],
  'bpmn:Task': ['任务', 'task'],
  'bpmn:SubProcess': ['子流程', 'sub-process'],
  'bpmn:CallActivity': ['调用流程', 'call activity'],
  'bpmn:Transaction': ['事务', 'transaction'],
  'bpmn:ExclusiveGateway': ['排他网关', 'exclusive gateway'],
  'bpmn:ParallelGateway': ['并行网关', 'parallel gateway'],
  'bpmn:InclusiveGateway': ['包容网关', 'inclusive gateway'],
  'bpmn:EventBasedGateway': ['事件网关', 'event-based gateway'],
}

export function typeInWords(type: string): Words {
  const [zh, en] = TYPES[type] ?? [type, type]
  return { zh, en }
}

/** An element as people call it: its type, and its name or id. */
export function nameOf({ type, name, id }: FlowElement): Words {
  const { zh, en } = typeInWords(type)
  return { zh: `${zh}「${name || id}」`, en: `${en} “${name || id}”` }
}

const SOURCES: Readonly<Record<PeopleRule['from'], readonly [string, string]>> = {
  user: ['人员', 'person'],
  role: ['角色', 'role'],
  unit: ['单位', 'unit'],
  post: ['岗位', 'post'],
  leader: ['上级领导', 'leader'],
  initiator: ['发起人', 'the initiator'],
  initiatorChoice: ['发起人指定', 'chosen by the initiator'],
  previousChoice: ['上一步指定', 'chosen by the previous approver'],
  field: ['表单字段', 'form field'],
  lane: ['泳道', 'lane'],
  feel: ['表达式', 'expression'],
}

export function peopleInWords(rules: readonly PeopleRule[]): Words {
  if (rules.length === 0) return { zh: '任何人', en: 'anybody' }
  const one = (language: 0 | 1) => (rule: PeopleRule) => {
    const details = [rule.value, rule.unit, rule.levels, rule.weight].filter((detail) => detail !== undefined)
    return [SOURCES[rule.from][language], ...details].join(' ')
  }
  return { zh: rules.map(one(0)).join('、'), en: rules.map(one(1)).join(', ') }
}

const ROUNDS: Readonly<Record<Round['type'], readonly [string, string]>> = {
  single: ['一人办理', 'one person'],
  all: ['会签', 'all'],
  any: ['或签', 'any'],
  vote: ['票签', 'vote'],
  sequential: ['依次', 'in turn'],
}

export function roundInWords({ type, threshold, by }: Round): Words {
  const [zh, en] = ROUNDS[type]
  const votes = type === 'vote' ? ` ${threshold ?? '> 0.5'} ${by ?? ''}`.trimEnd() : ''
  return { zh: zh + votes, en: en + votes }
}

const OVERDUE: Readonly<Record<DueRule['overdue'], readonly [string, string]>> = {
  none: ['不处理', 'nothing'],
  remind: ['提醒', 'remind'],
  approve: ['自动同意', 'approve'],
  reject: ['自动不同意', 'reject'],
  transfer: ['移交上级', 'hand over'],
}

export function dueInWords(due: DueRule | undefined): Words {
  if (!due) return { zh: '无', en: 'none' }
  const [zh, en] = OVERDUE[due.overdue]
  const work = due.calendar === 'work'
  return {
    zh: `${due.after}${work ? '（工作日）' : ''}，逾期${zh}`,
    en: `${due.after}${work ? ' of work days' : ''}, overdue: ${en}`,
  }
}
