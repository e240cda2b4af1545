import {
  type Context,
  forecast,
  type Instance,
  type PeopleRule,
  type PossibleEvent,
  type ForecastStep as Step,
} from '@zhupi/flows'
import { isExpression } from '@zhupi/forms/feel'
import type { z } from 'zod'
import type { MatterVersion } from '../../app-folder/definition-store.ts'
import type { Directory } from '../../ports/directory/directory.ts'
import { personRef } from '../directory/person-ref.ts'
import type { ForecastStep } from './case-schema.ts'
import { elementName } from './element-name.ts'

type StepView = z.input<typeof ForecastStep>

/** Who comes next, and why, as the rules find them today; which other ways there are, and what may happen meanwhile. */
export function presentForecast(
  { flow }: MatterVersion,
  instance: Instance,
  context: Context,
  directory: Directory,
): StepView[] {
  const named = (ids: readonly string[]) => ids.map((id) => elementName(flow, id))
  return forecast(flow, instance, context).map((step) => ({
    element: elementName(flow, step.elementId),
    kind: step.kind === 'user' ? 'task' : step.kind === 'service' ? 'service' : 'wait',
    state: step.state,
    people: step.people.map((id) => personRef(directory, id)),
    why: why(step),
    at: step.at ?? null,
    alternatives: named(step.alternatives),
    otherwise: named(step.otherwise),
    mayHappen: step.mayHappen.flatMap((event) => possibleEvent(flow, event)),
  }))
}

type PossibleEventView = StepView['mayHappen'][number]

const SHOWN: ReadonlySet<string> = new Set<PossibleEventView['kind']>([
  'timer',
  'message',
  'signal',
  'conditional',
  'error',
])

function possibleEvent(flow: MatterVersion['flow'], event: PossibleEvent): PossibleEventView[] {
  if (!isShown(event.kind)) return []
  const { elementId, kind, at = null, leadsTo } = event
  const name = flow.elements[elementId]?.name ?? null
  return [{ name, kind, at, leadsTo: leadsTo.map((id) => elementName(flow, id)) }]
}

function isShown(kind: string): kind is PossibleEventView['kind'] {
  return SHOWN.has(kind)
}

const ROUNDS: Record<NonNullable<Step['round']>['type'], string> = {
  single: '其中一人办理',
  all: '全部会签',
  any: '一人同意即可',
  vote: '票签',
  sequential: '依次办理',
}

function why({ rules, round, problem, skipped, people, kind }: Step): string {
  if (problem === 'NOBODY_FOUND') return '按规则找不到办理人，请联系管理员'
  if (kind === 'service') return '系统自动办理'
  if (kind !== 'user') return '等待外部结果'
  const sources = rules.map(sourceOf).join('，或')
  const decided = round && people.length > 1 ? `；${ROUNDS[round.type]}` : ''
  const left = skipped.length > 0 ? '；与申请人或前一步相同的人不再重复办理' : ''
  return `${sources}${decided}${left}`
}

function sourceOf({ from, value, levels }: PeopleRule): string {
  if (value !== undefined && isExpression(value)) return '流程按条件选出的人'
  switch (from) {
    case 'role':
      return `角色“${value ?? ''}”`
    case 'post':
      return `岗位“${value ?? ''}”`
    case 'leader':
      return value === 'initiator'
        ? `申请人${levels && levels > 1 ? `的第 ${levels} 级` : '所在单位的'}负责人`
        : '单位负责人'
    case 'initiator':
      return '申请人'
    case 'unit':
      return '指定单位的人'
    case 'user':
      return '指定的人'
    case 'field':
      return `表单里的“${value ?? ''}”`
    case 'lane':
      return `泳道“${value ?? ''}”`
    case 'initiatorChoice':
      return '申请人选择的人'
    case 'previousChoice':
      return '上一步选择的人'
    case 'feel':
      return '流程按条件选出的人'
  }
}
