import { type FlowElement, openTasks, returnTargets } from '@zhupi/flows'
import type { z } from 'zod'
import type { MatterVersion } from '../../app-folder/definition-store.ts'
import type { Directory } from '../../ports/directory/directory.ts'
import type { CaseRecord } from '../cases/case-record.ts'
import type { ForecastStep } from '../cases/case-schema.ts'
import { elementName } from '../cases/element-name.ts'
import type { LinkedRecord } from '../cases/history-chain.ts'
import { receivers } from '../cases/next-stop.ts'
import type { TaskRecord } from './task-record.ts'
import type { Task } from './task-schema.ts'
import { type TaskSeat, taskSeat } from './task-seat.ts'

type TaskView = z.input<typeof Task>

export interface OpenTaskParts {
  task: TaskRecord
  record: CaseRecord
  matter: MatterVersion
  forecast: ReadonlyArray<z.input<typeof ForecastStep>>
  history: readonly LinkedRecord[]
  directory: Directory
}

const ON_REJECT = {
  end: '办件结束',
  return: '退回',
  continue: '按流程继续',
  all: '都不同意才结束',
} as const

/** The buttons of an open task, in their order, each with what comes of it. */
export function taskActions(parts: OpenTaskParts, targets: TaskView['returnTargets']): TaskView['actions'] {
  const { task, matter } = parts
  if (task.resubmit) return [{ type: 'resubmit', label: '重新提交', hint: approvalHint(parts) }]
  const approval = matter.flow.elements[task.elementId]?.approval
  const allowed = new Set<string>(approval?.actions)
  const seat = taskSeat(parts.record.instance, task.id)
  if (seat.owner !== undefined) return preparing(allowed, parts.directory.person(seat.owner)?.name ?? seat.owner)
  const actions: TaskView['actions'] = []
  if (seat.waits) return [...asking(allowed, seat), ...passingOn(allowed)]
  if (allowed.has('approve')) actions.push({ type: 'approve', label: '同意', hint: approvalHint(parts) })
  if (allowed.has('reject')) {
    actions.push({ type: 'reject', label: '不同意', hint: ON_REJECT[approval?.policies.onReject ?? 'end'] })
  }
  if (allowed.has('return') && targets.length > 0) {
    actions.push({ type: 'return', label: '退回', hint: '退给前面某步补正' })
  }
  if (allowed.has('claim') && seat.shared)
    actions.push({ type: 'claim', label: '签收', hint: '由您办理，其他人不再办' })
  return [...actions, ...passingOn(allowed), ...asking(allowed, seat)]
}

/** For whom a task is delegated to: advice on the decision, and nothing else. */
function preparing(allowed: ReadonlySet<string>, owner: string): TaskView['actions'] {
  const hint = `交回${owner}决定`
  const actions: TaskView['actions'] = []
  if (allowed.has('approve')) actions.push({ type: 'approve', label: '建议同意', hint })
  if (allowed.has('reject')) actions.push({ type: 'reject', label: '建议不同意', hint })
  return actions
}

function passingOn(allowed: ReadonlySet<string>): TaskView['actions'] {
  const actions: TaskView['actions'] = []
  if (allowed.has('transfer')) actions.push({ type: 'transfer', label: '转办', hint: '交给别人办理' })
  if (allowed.has('delegate')) actions.push({ type: 'delegate', label: '请人代拟', hint: '拟好意见后交回您决定' })
  return actions
}

function asking(allowed: ReadonlySet<string>, { added }: TaskSeat): TaskView['actions'] {
  const actions: TaskView['actions'] = []
  if (allowed.has('addSigners')) actions.push({ type: 'addSigners', label: '加签', hint: '再请别人会签' })
  if (allowed.has('removeSigners') && added.length > 0) {
    actions.push({ type: 'removeSigners', label: '减签', hint: '撤去您加的人' })
  }
  if (allowed.has('cc')) actions.push({ type: 'cc', label: '抄送', hint: '送给别人知悉，不用办理' })
  return actions
}

/** 送市人社局 · 等待省厅审核结果 · 其他人办完后继续 · 办件办结 */
function approvalHint({ task, record, matter, forecast, directory }: OpenTaskParts): string {
  const others = openTasks(record.instance).some(
    ({ taskId, elementId }) => elementId === task.elementId && taskId !== task.id,
  )
  if (others && asksEverybody(matter.flow.elements[task.elementId])) return '其他会签人办完后继续'
  const here = forecast.findIndex(({ element }) => element.id === task.elementId)
  const next = forecast.slice(here + 1).find(({ kind }) => kind !== 'service')
  if (!next) return '办件办结'
  const people = next.people.map(({ id }) => id)
  return next.kind === 'task' && people.length > 0 ? `送${receivers(people, directory)}` : `等待${next.element.name}`
}

function asksEverybody(element: FlowElement | undefined): boolean {
  const type = element?.approval?.round.type
  return type === 'all' || type === 'vote'
}

/** Where the task may be returned to, the nearest first, with what a return there strikes out in words. */
export function presentReturnTargets({
  task,
  record,
  matter,
  history,
  directory,
}: OpenTaskParts): TaskView['returnTargets'] {
  const { flow } = matter
  if (task.resubmit || !flow.elements[task.elementId]?.approval?.actions.includes('return')) return []
  const doers = new Map(
    history.flatMap(({ taskId, kind, personId }) => (taskId && kind === 'completed' ? [[taskId, personId]] : [])),
  )
  return returnTargets(flow, record.instance, task.id)
    .toReversed()
    .map(({ elementId, undoes }) => {
      const initiator = flow.elements[elementId]?.type === 'bpmn:StartEvent'
      const own = undoes.filter((undone) => undone.elementId === elementId).map(({ taskId }) => doers.get(taskId) ?? '')
      return {
        element: elementName(flow, elementId),
        initiator,
        people: receiversOf(initiator ? [record.initiatorId] : own, directory),
        undoes: undoes.map(({ taskId, elementId: id }) => {
          const name = directory.person(doers.get(taskId) ?? '')?.name
          return name ? `${name}的意见（${elementName(flow, id).name}）` : elementName(flow, id).name
        }),
      }
    })
}

function receiversOf(personIds: readonly string[], directory: Directory): string {
  return receivers(
    personIds.filter((id) => id !== ''),
    directory,
  )
}
