import type { WaitKind } from '../engine/behaviors/behavior.ts'
import type { Instance } from '../engine/instance.ts'
import type { Text } from '../text.ts'

/** Who may act. */
export function peopleText(people: readonly string[]): Text {
  if (people.length === 0) return { zh: '任何人', en: 'anybody' }
  return { zh: people.join('、'), en: people.join(', ') }
}

/** What is waited for, where it is not a person. */
export const KINDS: Readonly<Record<WaitKind, Text>> = {
  user: { zh: '人', en: 'somebody' },
  service: { zh: '服务', en: 'a service' },
  receive: { zh: '消息或触发', en: 'a message or a trigger' },
  message: { zh: '消息', en: 'a message' },
  signal: { zh: '信号', en: 'a signal' },
  conditional: { zh: '条件成立', en: 'a condition' },
  timer: { zh: '时间', en: 'a time' },
}

export const STATUSES: Readonly<Record<Instance['status'] | 'not started', Text>> = {
  'not started': { zh: '还没有开始', en: 'not started' },
  running: { zh: '进行中', en: 'running' },
  suspended: { zh: '已挂起', en: 'suspended' },
  completed: { zh: '已办结', en: 'completed' },
  rejected: { zh: '已否决', en: 'rejected' },
  withdrawn: { zh: '已撤回', en: 'withdrawn' },
  terminated: { zh: '已终止', en: 'terminated' },
  failed: { zh: '出错结束：没有谁捕获错误', en: 'failed: nobody caught the error' },
}

/** Why a task was taken away. */
export const REASONS: Readonly<Record<string, Text>> = {
  decided: { zh: '结果已定', en: 'the round is decided' },
  removed: { zh: '减签', en: 'its person was removed' },
  interrupted: { zh: '被打断', en: 'interrupted' },
  ended: { zh: '流程结束', en: 'the process ended' },
  returned: { zh: '退回', en: 'returned' },
  withdrawn: { zh: '撤回', en: 'withdrawn' },
  jumped: { zh: '跳转', en: 'jumped' },
  migrated: { zh: '迁移', en: 'migrated' },
}
