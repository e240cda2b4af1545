import { type Route, route } from '../../http/route.ts'
import { sendFile } from '../../http/send-file.ts'
import { exportStatistics, readStatistics } from './statistic-endpoints.ts'
import type { StatisticService } from './statistic-service.ts'
import { statisticWorkbook } from './statistic-workbook.ts'

export interface StatisticRoutesDeps {
  statistics: StatisticService
}

/** `/admin/statistics`: how many cases, how fast, how late. */
export function statisticRoutes({ statistics }: StatisticRoutesDeps): Route[] {
  return [
    route(readStatistics, ({ actor, query }) => statistics.read(actor, query)),
    route(exportStatistics, async ({ actor, query, ctx }) => {
      const found = await statistics.read(actor, query)
      const name = `统计 ${found.from} 至 ${found.to}.xlsx`
      sendFile(ctx, { name, type: XLSX, bytes: await statisticWorkbook(found) })
      return undefined
    }),
  ]
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
