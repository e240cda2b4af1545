import { endpoint } from '../../http/route.ts'
import { AuditExportQuery, AuditList, AuditQuery, AuditVerification } from './audit-schema.ts'

const shared = { tag: 'audit', who: 'auditor', method: 'get' } as const

export const listAuditRecords = endpoint({
  ...shared,
  operationId: 'listAuditRecords',
  path: '/admin/audit',
  summary: 'Who came and went, saw or took away what is not shown to everybody, changed definitions, or was refused.',
  query: AuditQuery,
  response: AuditList,
})

export const verifyAuditChain = endpoint({
  ...shared,
  operationId: 'verifyAuditChain',
  path: '/admin/audit/verification',
  summary: 'Recomputes the SM3 chain of the audit, from its first record to its last.',
  response: AuditVerification,
})

export const exportAudit = endpoint({
  ...shared,
  operationId: 'exportAudit',
  path: '/admin/audit/export.xlsx',
  summary: 'The same records as a workbook, at most 50,000. The export itself is written down.',
  query: AuditExportQuery,
  response: 'file',
  audited: { kind: 'export', object: () => ({ type: 'list', id: 'audit' }) },
})
