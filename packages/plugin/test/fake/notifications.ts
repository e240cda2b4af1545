import type { Notification } from '../../src/api/types.ts'

const MATTER = { key: 'quota', title: '山东惠才卡（配额制）' }
const HOUR_MS = 3_600_000

/** What a leader was told: three unread, one of each kind that looks different. */
export function fakeNotifications(): Notification[] {
  const now = Date.now()
  const told = (n: number, kind: Notification['kind'], more: Partial<Notification> = {}): Notification => ({
    id: `n-${n}`,
    kind,
    at: new Date(now - n * HOUR_MS).toISOString(),
    unread: n <= 3,
    taskId: 't-1',
    element: '主管部门意见',
    status: null,
    case: { id: 'c-06', number: `HCK-2026-00${10 + n}`, title: `甲${n}公司 配额制申领登记表`, matter: MATTER },
    by: '博山区工信局经办',
    text: null,
    ...more,
  })
  return [
    told(1, 'urged', { text: '本周五前要报省厅，请尽快办理。', by: '甲公司经办' }),
    told(2, 'task'),
    told(3, 'copied', { taskId: null, element: null, text: '供参考', by: '市科技局人才工作科经办' }),
    told(4, 'returned', { text: '缺少纳税证明，请补正后重新提交。' }),
    told(30, 'overdue', { by: null }),
    told(31, 'dueSoon', { by: null }),
    told(32, 'ended', { taskId: null, element: null, status: 'completed' }),
    told(33, 'incident', {
      taskId: null,
      element: '送省厅',
      by: null,
      case: { id: 'c-09', number: 'HCK-2026-0043', title: null, matter: MATTER },
    }),
  ]
}
