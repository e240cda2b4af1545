import type { Statistics } from '../../src/api/types.ts'
import { monthsUntil, thisMonth } from '../../src/panels/Statistics/months.ts'

const DAY = 86_400
const STARTED = [6, 9, 14, 11, 8, 21, 17, 4, 12, 19, 26, 15]

/** Twelve months of the two talent cards, in round numbers. */
export function fakeStatistics(): Statistics {
  const to = thisMonth(Date.now())
  const months = STARTED.map((started, index) => ({
    month: monthsUntil(to, STARTED.length - index),
    started,
    ended: Math.round(started * 0.8),
    rejected: Math.round(started * 0.1),
  }))
  const sum = (key: 'started' | 'ended' | 'rejected') => months.reduce((total, month) => total + month[key], 0)
  const quota = { key: 'huicai-quota', title: '山东惠才卡（配额制）' }
  const elite = { key: 'jingying', title: '淄博精英卡' }
  return {
    from: months[0]?.month ?? to,
    to,
    countedAt: new Date(Date.now() - 60_000).toISOString(),
    totals: {
      started: sum('started'),
      ended: sum('ended'),
      rejected: sum('rejected'),
      returned: 23,
      overdue: 3,
      median: 6.4 * DAY,
      p90: 15.2 * DAY,
    },
    months,
    matters: [
      { ...quota, started: 98, ended: 80, rejected: 9, returned: 15, overdue: 3, median: 7.1 * DAY, p90: 16 * DAY },
      { ...elite, started: 64, ended: 50, rejected: 7, returned: 8, overdue: 0, median: 4.2 * DAY, p90: 11 * DAY },
    ],
    units: [
      { name: '某新材料企业', started: 31, ended: 26, rejected: 2 },
      { name: '某医药企业', started: 24, ended: 19, rejected: 3 },
      { name: '某高校', started: 9, ended: 7, rejected: 1 },
    ],
    steps: [
      {
        matter: quota,
        element: { id: 'province', name: '省级部门公布结果' },
        decided: 80,
        late: 0,
        returned: 0,
        median: 9.5 * DAY,
        p90: 14 * DAY,
      },
      {
        matter: quota,
        element: { id: 'county', name: '区县主管部门审核' },
        decided: 95,
        late: 11,
        returned: 9,
        median: 2.6 * DAY,
        p90: 6 * DAY,
      },
      {
        matter: elite,
        element: { id: 'city', name: '市人社局审核' },
        decided: 57,
        late: 2,
        returned: 8,
        median: 7 * 3600,
        p90: 1.8 * DAY,
      },
    ],
  }
}
