import { endpoint } from '../../http/route.ts'
import { Statistics, StatisticsQuery } from './statistic-schema.ts'

const QUERY = { query: StatisticsQuery, tag: 'statistics', who: 'person' } as const

export const readStatistics = endpoint({
  ...QUERY,
  operationId: 'readStatistics',
  method: 'get',
  path: '/admin/statistics',
  summary:
    'Cases by matter, unit and month, and how long each step takes: of the matters whose every case one may read.',
  response: Statistics,
})

export const exportStatistics = endpoint({
  ...QUERY,
  operationId: 'exportStatistics',
  audited: { kind: 'export', object: () => ({ type: 'list', id: 'statistics' }) },
  method: 'get',
  path: '/admin/statistics/export.xlsx',
  summary: 'The same as a workbook.',
  response: 'file',
})
