import type { ProcessDefinition } from '../definition/process-definition.ts'
import type { Event } from '../engine/event.ts'
import type { Text } from '../text.ts'
import { labelOf } from './label.ts'
import { peopleText, REASONS, STATUSES } from './words.ts'

type Teller<T extends Event['type']> = (event: Extract<Event, { type: T }>, label: (key: string) => string) => Text

/** What an event says to somebody who draws; undefined for what only the engine's bookkeeping needs. */
export function eventText(definition: ProcessDefinition, event: Event): Text | undefined {
  const label = (key: string) => labelOf(definition, key)
  if (event.type === 'SequenceFlowTaken') {
    const flow = definition.sequenceFlows[event.sequenceFlowId]
    if (!flow) return undefined
    const over = flow.name ? ` [${flow.name}]` : ''
    return same(`${label(flow.source)} →${over} ${label(flow.target)}`)
  }
  if (event.type === 'TokenArrived') {
    const join = definition.sequenceFlows[event.sequenceFlowId]?.target ?? event.sequenceFlowId
    return { zh: `${label(join)} 收到一支，等其余各支`, en: `${label(join)} has one branch and waits for the others` }
  }
  const tell = TOLD[event.type] as ((one: Event, label: (key: string) => string) => Text) | undefined
  return tell?.(event, label)
}

/** Both languages alike. */
function same(text: string): Text {
  return { zh: text, en: text }
}

const TOLD: { [T in Event['type']]?: Teller<T> } = {
  ProcessStarted: ({ processId, by }) => ({
    zh: `流程 ${processId} 由 ${by} 发起`,
    en: `${processId} started by ${by}`,
  }),
  ProcessEnded: ({ status }) => ({ zh: `流程结束：${STATUSES[status].zh}`, en: `ended: ${STATUSES[status].en}` }),
  ElementEntered: ({ elementId, anew, instance, compensates }, label) => {
    const nth = instance === undefined ? '' : ` #${instance}`
    if (compensates !== undefined) return { zh: `补偿 ${label(elementId)}`, en: `compensates: ${label(elementId)}` }
    if (anew) return { zh: `重新打开 ${label(elementId)}${nth}`, en: `opens anew ${label(elementId)}${nth}` }
    return { zh: `到 ${label(elementId)}${nth}`, en: `at ${label(elementId)}${nth}` }
  },
  ElementLeft: ({ elementId, interrupted }, label) =>
    interrupted
      ? { zh: `打断 ${label(elementId)}`, en: `interrupts ${label(elementId)}` }
      : { zh: `离开 ${label(elementId)}`, en: `leaves ${label(elementId)}` },
  ProcessCalled: ({ elementId, processId }, label) => ({
    zh: `${label(elementId)} 调用 ${processId}`,
    en: `${label(elementId)} calls ${processId}`,
  }),
  InstancesPlanned: ({ elementId, count }, label) => ({
    zh: `${label(elementId)} 要办 ${count} 次`,
    en: `${label(elementId)} is to run ${count} times`,
  }),
  TokensStuck: ({ elementIds }, label) => ({
    zh: `卡住了：${elementIds.map(label).join('、')} 等的分支不会再来`,
    en: `stuck: what ${elementIds.map(label).join(', ')} waits for will never come`,
  }),
  RoundClosed: ({ elementId, outcome }, label) => ({
    zh: `${label(elementId)} 结果：${outcome}`,
    en: `${label(elementId)} is decided: ${outcome}`,
  }),
  RoundReopened: ({ elementId }, label) => ({
    zh: `${label(elementId)} 重新征求`,
    en: `${label(elementId)} is open again`,
  }),
  TaskOpened: ({ elementId, candidates }, label) => {
    const { zh, en } = peopleText(candidates)
    return { zh: `待办 ${label(elementId)}：${zh}`, en: `task at ${label(elementId)}: ${en}` }
  },
  TaskCompleted: ({ elementId, by, decision, automatic }, label) => ({
    zh: `${by} 在 ${label(elementId)} 决定：${decision}${automatic ? `（自动：${automatic}）` : ''}`,
    en: `${by} decides at ${label(elementId)}: ${decision}${automatic ? ` (automatic: ${automatic})` : ''}`,
  }),
  TaskTransferred: ({ elementId, from, to }, label) => ({
    zh: `${label(elementId)} 由 ${from} 转给 ${to}`,
    en: `${label(elementId)} is transferred from ${from} to ${to}`,
  }),
  TaskDelegated: ({ elementId, by, to }, label) => ({
    zh: `${by} 把 ${label(elementId)} 委派给 ${to}`,
    en: `${by} delegates ${label(elementId)} to ${to}`,
  }),
  TaskResolved: ({ elementId, by, to }, label) => ({
    zh: `${by} 办好 ${label(elementId)}，交回 ${to}`,
    en: `${by} hands ${label(elementId)} back to ${to}`,
  }),
  TaskClaimed: ({ elementId, by }, label) => ({
    zh: `${by} 签收 ${label(elementId)}`,
    en: `${by} claims ${label(elementId)}`,
  }),
  SignersAdded: ({ elementId, by, how, people }, label) => ({
    zh: `${by} 在 ${label(elementId)} 加签（${HOW[how]}）：${people.join('、')}`,
    en: `${by} adds signers ${how} at ${label(elementId)}: ${people.join(', ')}`,
  }),
  SignersRemoved: ({ elementId, by }, label) => ({
    zh: `${by} 在 ${label(elementId)} 减签`,
    en: `${by} removes signers at ${label(elementId)}`,
  }),
  TasksOverdue: ({ elementId, done }, label) => ({
    zh: `${label(elementId)} 超时：${done}`,
    en: `${label(elementId)} is overdue: ${done}`,
  }),
  CopySent: ({ by, people }) => ({
    zh: `${by} 抄送 ${people.join('、')}`,
    en: `${by} sends copies to ${people.join(', ')}`,
  }),
  Urged: ({ by }) => ({ zh: `${by} 催办`, en: `${by} urges` }),
  Jumped: ({ from, to }) => ({ zh: `从 ${from} 跳到 ${to}`, en: `jumps from ${from} to ${to}` }),
  ProcessSuspended: () => ({ zh: '挂起', en: 'suspended' }),
  ProcessResumed: () => ({ zh: '恢复', en: 'resumed' }),
  TaskCancelled: ({ elementId, reason }, label) => ({
    zh: `取消待办 ${label(elementId)}：${REASONS[reason]?.zh ?? reason}`,
    en: `task at ${label(elementId)} is cancelled: ${REASONS[reason]?.en ?? reason}`,
  }),
  TaskUndone: ({ elementId, reason }, label) => ({
    zh: `${label(elementId)} 的决定作废：${REASONS[reason]?.zh ?? reason}`,
    en: `the decision at ${label(elementId)} counts no more: ${REASONS[reason]?.en ?? reason}`,
  }),
  Returned: ({ by, from, to, after }, label) => ({
    zh: `${by} 从 ${label(from)} 退回到 ${label(to)}${after === 'straight' ? '，办完直接送回' : ''}`,
    en: `${by} returns from ${label(from)} to ${label(to)}${after === 'straight' ? ', then straight back' : ''}`,
  }),
  Withdrawn: ({ by, to }, label) => ({ zh: `${by} 撤回到 ${label(to)}`, en: `${by} withdraws to ${label(to)}` }),
  LineageResumed: () => ({ zh: '接着原来的办', en: 'goes on where it was' }),
  TimerScheduled: ({ elementId, at }, label) => ({
    zh: `计时 ${label(elementId)}：${at}`,
    en: `timer ${label(elementId)}: ${at}`,
  }),
  TimerCancelled: ({ elementId }, label) => ({
    zh: `取消计时 ${label(elementId)}`,
    en: `timer ${label(elementId)} is cancelled`,
  }),
  TimerFired: ({ elementId }, label) => ({ zh: `到时 ${label(elementId)}`, en: `timer ${label(elementId)} fires` }),
  SubscriptionOpened: ({ elementId, kind, name }, label) => ({
    zh: `${label(elementId)} 等${WAITED[kind].zh} ${name}`,
    en: `${label(elementId)} waits for the ${WAITED[kind].en} ${name}`,
  }),
  SubscriptionClosed: ({ elementId, delivered }, label) =>
    delivered
      ? { zh: `${label(elementId)} 等到了`, en: `${label(elementId)} has got it` }
      : { zh: `${label(elementId)} 不再等`, en: `${label(elementId)} waits no more` },
  ServiceRequested: ({ elementId, service }, label) => ({
    zh: `${label(elementId)} 请求服务 ${service}`,
    en: `${label(elementId)} asks for the service ${service}`,
  }),
  ServiceCompleted: ({ elementId }, label) => ({
    zh: `${label(elementId)} 的服务办好`,
    en: `the service of ${label(elementId)} is done`,
  }),
  ServiceFailed: ({ elementId, message }, label) => ({
    zh: `${label(elementId)} 的服务失败：${message}`,
    en: `the service of ${label(elementId)} failed: ${message}`,
  }),
  IncidentRaised: ({ elementId }, label) => ({
    zh: `${label(elementId)} 要管理员处理`,
    en: `${label(elementId)} needs an administrator`,
  }),
  MessageThrown: ({ elementId, name }, label) => ({
    zh: `${label(elementId)} 发出消息 ${name}`,
    en: `${label(elementId)} sends the message ${name}`,
  }),
  SignalThrown: ({ elementId, name }, label) => ({
    zh: `${label(elementId)} 广播信号 ${name}`,
    en: `${label(elementId)} broadcasts the signal ${name}`,
  }),
  ErrorThrown: ({ elementId, code, caught }, label) => thrown('错误', 'error', label(elementId), code, caught),
  EscalationThrown: ({ elementId, code, caught }, label) =>
    thrown('升级', 'escalation', label(elementId), code, caught),
  VariablesSet: ({ variables }) => {
    const set = Object.entries(variables).map(([name, value]) => `${name} = ${JSON.stringify(value)}`)
    return { zh: `变量 ${set.join('，')}`, en: `variables ${set.join(', ')}` }
  },
}

function thrown(zh: string, en: string, where: string, code: string | undefined, caught: boolean): Text {
  const which = code === undefined ? '' : ` ${code}`
  return caught
    ? { zh: `${where} 抛出${zh}${which}，已捕获`, en: `${where} throws the ${en}${which}, which is caught` }
    : { zh: `${where} 抛出${zh}${which}，没有谁捕获`, en: `${where} throws the ${en}${which}, which nobody catches` }
}

const HOW = { before: '在前', after: '在后', beside: '并列' } as const

const WAITED = {
  message: { zh: '消息', en: 'message' },
  signal: { zh: '信号', en: 'signal' },
  conditional: { zh: '条件', en: 'condition' },
} as const
