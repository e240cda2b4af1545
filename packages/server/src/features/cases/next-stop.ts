import type { Directory } from '../../ports/directory/directory.ts'
import type { CaseStep } from './case-commands.ts'
import type { CaseStatus } from './case-record.ts'

const ENDS: Record<Exclude<CaseStatus, 'running' | 'suspended'>, string> = {
  completed: '办件办结',
  rejected: '办件结束',
  withdrawn: '办件撤回',
  terminated: '办件终止',
  failed: '办件中止',
}

/** Where a case goes by a command, in words: 送市人社局 · 退给申请人 · 等待省厅审核结果 · 办件办结. */
export function nextStop({ record, effects }: CaseStep, directory: Directory): string {
  const { status } = record
  if (status !== 'running' && status !== 'suspended') return ENDS[status]
  const opened = effects.tasks.filter(({ state }) => state === 'open')
  if (opened.some(({ resubmit }) => resubmit)) return '回到申请人'
  if (opened.length > 0)
    return `送${receivers(
      opened.map(({ personId }) => personId),
      directory,
    )}`
  const waiting = record.waiting.map(({ name }) => name).join('、')
  return waiting ? `等待${waiting}` : ''
}

/** People as those who send to them call them: their units, or themselves where they are of one enterprise or office. */
export function receivers(personIds: readonly string[], directory: Directory): string {
  const units = new Set<string>()
  for (const id of personIds) {
    const person = directory.person(id)
    units.add(directory.unit(person?.unitId ?? '')?.shortName ?? person?.name ?? id)
  }
  const named = [...units]
  return named.length > 3 ? `${named.slice(0, 3).join('、')}等 ${named.length} 家` : named.join('、')
}
