import { type Route, route } from '../../http/route.ts'
import { sendFile } from '../../http/send-file.ts'
import { exportAudit, listAuditRecords, verifyAuditChain } from './audit-endpoints.ts'
import type { AuditService } from './audit-service.ts'
import { auditWorkbook } from './audit-workbook.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export interface AuditRoutesDeps {
  auditService: AuditService
}

/** `/admin/audit`: what was written down, for the audit administrator. */
export function auditRoutes({ auditService }: AuditRoutesDeps): Route[] {
  return [
    route(listAuditRecords, ({ query }) => auditService.list(query)),
    route(verifyAuditChain, () => auditService.verify()),
    route(exportAudit, async ({ query, ctx }) => {
      const bytes = await auditWorkbook(await auditService.readAll(query))
      sendFile(ctx, { name: '审计.xlsx', type: XLSX, bytes })
      return undefined
    }),
  ]
}
