import type { FlowErrorCode } from '@zhupi/flows'
import { FORM_ERRORS } from '@zhupi/forms'
import { SERVER_ERRORS, type ServerErrorCode } from '../errors.ts'
import type { ErrorCode } from './error-status.ts'

/** What a person is told where a flow refuses; the flow's own sentences are for whoever draws it. */
const FLOW_TITLES: Record<Exclude<FlowErrorCode, ServerErrorCode>, string> = {
  DIAGRAM_INVALID: '流程图不是可读的 BPMN 2.0 文件。',
  DIAGRAM_TOO_LARGE: '流程图太大或层次太深。',
  ELEMENT_UNSUPPORTED: '流程图里有暂不支持的元素。',
  APPROVAL_INVALID: '流程图里的审批设置不正确。',
  REFERENCE_MISSING: '流程图引用了不存在的元素。',
  NO_OUTGOING_FLOW: '流程走到这里没有符合条件的去向，请联系管理员。',
  ENDLESS_LOOP: '流程在原地循环，请联系管理员。',
  COMMAND_INVALID: '这个操作的内容不正确。',
  INSTANCE_ENDED: '这个办件已经结束。',
  INSTANCE_SUSPENDED: '这个办件已经挂起，恢复以后才能办理。',
  TASK_WAITS: '请等加签的人先办。',
  NOT_STARTED: '这个办件还没有开始。',
  ALREADY_STARTED: '这个办件已经开始。',
  NOT_A_CANDIDATE: '这个待办是别人的。',
  DECISION_UNKNOWN: '这一步没有这种办理意见。',
  RETURN_TARGET_INVALID: '不能退回到这一步：办件没有从那里经过。',
  WITHDRAW_TOO_LATE: '后面的人已经办理，不能再撤回。',
  NOBODY_FOUND: '按流程的规则找不到下一步的办理人，请联系管理员。',
  TIMER_NOT_FOUND: '办件没有这个定时。',
  MESSAGE_NOT_EXPECTED: '办件现在不等待这个消息。',
  SERVICE_NOT_FOUND: '办件没有这个待完成的服务。',
  EXPRESSION_FAILED: '流程里的表达式算不出来，请联系管理员。',
  EXPRESSION_UNTRANSLATABLE: '流程图里有不能换成 FEEL 的表达式。',
  LOOP_INVALID: '流程里重复次数的写法算不出来，请联系管理员。',
  PROCESS_MISSING: '流程要调用的子流程不存在，请联系管理员。',
  DECISION_INVALID: '决策表不是可用的 DMN 文件。',
  HIT_POLICY_VIOLATED: '决策表里有几条规则同时命中，不合它的命中策略，请联系管理员。',
  VALUE_NOT_ALLOWED: '决策表不允许这个取值。',
  TIME_INVALID: '流程里的时间写得不对，请联系管理员。',
  MIGRATION_REFUSED: '办件不能这样迁移到新版本的流程。',
}

/** Code -> the sentence a person reads: what, and what to do. */
export const ERROR_TITLES: Record<ErrorCode, string> = { ...FLOW_TITLES, ...FORM_ERRORS, ...SERVER_ERRORS }
