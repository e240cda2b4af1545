import type { AdministratorKind } from '../http/actor.ts'
import { ADMIN_ENDPOINTS } from './admin/admin-endpoints.ts'

/**
 * Who asks in the table of who may what:
 *
 * - `nobody` has no session;
 * - `initiator` started the case, `candidate` has its open task, `reader` reads cases and registers by role and edits one;
 * - `other` is a person of another enterprise, `administrator` the system administrator, who has no part in cases, and
 *   `integration` another system's account; `security` and `auditor` are the other two administrators.
 */
export const ASKERS = [
  'nobody',
  'initiator',
  'candidate',
  'reader',
  'other',
  'administrator',
  'security',
  'auditor',
  'integration',
] as const
export type Asker = (typeof ASKERS)[number]

/** Who may what: a row an endpoint, a status a kind of asker. `authorization.test.ts` asks each; a new endpoint needs its row. */
export const AUTHORIZATION_RULES: Record<string, Record<Asker, number>> = {
  openSession: row(201, 201, 201, 201, 201, 201, 201),
  closeSession: row(204, 204, 204, 204, 204, 204, 204),
  listOwnSessions: row(401, 200, 200, 200, 200, 200, 403),
  endOwnSession: row(401, 404, 404, 404, 404, 404, 403),
  listSessions: row(401, 403, 403, 403, 403, 403, 403, { security: 200 }),
  endSession: row(401, 403, 403, 403, 403, 403, 403, { security: 404 }),
  readMe: row(401, 200, 200, 200, 200, 200, 403),
  listMatters: row(401, 200, 200, 200, 200, 200, 403),
  readMatter: row(401, 200, 403, 403, 200, 403, 403),
  saveDraft: row(401, 200, 403, 403, 200, 403, 403),
  discardDraft: row(401, 204, 403, 403, 204, 403, 403),
  startCase: row(401, 201, 403, 403, 201, 403, 403),
  previewForecast: row(401, 200, 403, 403, 200, 403, 403),
  listCases: row(401, 200, 200, 200, 200, 200, 403),
  readCase: row(401, 200, 200, 200, 404, 404, 403),
  readDiagram: row(401, 200, 200, 200, 404, 404, 403),
  readForecast: row(401, 200, 200, 200, 404, 404, 403),
  actOnCase: row(401, 200, 403, 403, 404, 404, 403),
  revealValue: row(401, 200, 200, 200, 404, 404, 403),
  printCase: row(401, 409, 409, 409, 404, 404, 403),
  printCaseAsWord: row(401, 409, 409, 409, 404, 404, 403),
  listTasks: row(401, 200, 200, 200, 200, 200, 403),
  readTask: row(401, 404, 200, 404, 404, 404, 403),
  actOnTask: row(401, 404, 200, 404, 404, 404, 403),
  actOnTasks: row(401, 200, 200, 200, 200, 200, 403),
  readRegister: row(401, 404, 404, 200, 404, 404, 403),
  listRows: row(401, 404, 404, 200, 404, 404, 403),
  readRow: row(401, 404, 404, 200, 404, 404, 403),
  createRow: row(401, 404, 404, 201, 404, 404, 403),
  changeRow: row(401, 404, 404, 200, 404, 404, 403),
  deliverMessage: row(401, 403, 403, 403, 403, 403, 409),
  listWaiting: row(401, 403, 403, 403, 403, 403, 200),
  uploadFile: row(401, 201, 201, 201, 201, 201, 403),
  downloadFile: row(401, 200, 404, 404, 404, 404, 403),
  findPeople: row(401, 200, 200, 200, 200, 200, 403),
  findUnits: row(401, 200, 200, 200, 200, 200, 403),
  listNotifications: row(401, 200, 200, 200, 200, 200, 403),
  readNotifications: row(401, 204, 204, 204, 204, 204, 403),
  readCaseNews: row(401, 204, 204, 204, 204, 204, 403),
  readEvents: row(401, 200, 200, 200, 200, 200, 403),
  readStatistics: row(401, 403, 403, 200, 403, 403, 403),
  exportStatistics: row(401, 403, 403, 200, 403, 403, 403),
  listAuditRecords: row(401, 403, 403, 403, 403, 403, 403, { auditor: 200 }),
  verifyAuditChain: row(401, 403, 403, 403, 403, 403, 403, { auditor: 200 }),
  exportAudit: row(401, 403, 403, 403, 403, 403, 403, { auditor: 200 }),
  ...Object.fromEntries(
    ADMIN_ENDPOINTS.map(({ operationId, method, path }) => [
      operationId,
      // What changes a draft or publishes it wants `If-Match`: without, the one who may is asked for it.
      row(401, 403, 403, 403, 403, 403, 403, {
        administrator: method === 'get' || path.endsWith('/check') ? 200 : 428,
      }),
    ]),
  ),
  readPublicationSchedule: row(401, 403, 403, 403, 403, 403, 403, { administrator: 200 }),
  schedulePublication: row(401, 403, 403, 403, 403, 403, 403, { administrator: 428 }),
  cancelPublication: row(401, 403, 403, 403, 403, 403, 403, { administrator: 204 }),
  // Asked without saying of which matter, for a version that is not there, of a migration that is not there.
  listMigrations: row(401, 403, 403, 403, 403, 403, 403, { administrator: 400 }),
  listJobs: row(401, 403, 403, 403, 403, 403, 403, { administrator: 200 }),
  retryJob: row(401, 403, 403, 403, 403, 403, 403, { administrator: 404 }),
  discardJob: row(401, 403, 403, 403, 403, 403, 403, { administrator: 404 }),
  readMigration: row(401, 403, 403, 403, 403, 403, 403, { administrator: 404 }),
  startMigration: row(401, 403, 403, 403, 403, 403, 403, { administrator: 422 }),
  migrateCase: row(401, 403, 403, 403, 403, 403, 403, { administrator: 422 }),
  // Of cases that are not there.
  listExpiredCases: row(401, 403, 403, 403, 403, 403, 403, { administrator: 200 }),
  removeArchivedCases: row(401, 403, 403, 403, 403, 403, 403, { administrator: 404 }),
  importForm: row(401, 403, 403, 403, 403, 403, 403, { administrator: 200 }),
}

/** The three administrators have no part in what is not theirs: one status stands for them, and `own` says where one may more. */
function row(
  nobody: number,
  initiator: number,
  candidate: number,
  reader: number,
  other: number,
  administrators: number,
  integration: number,
  own: Partial<Record<AdministratorKind, number>> = {},
): Record<Asker, number> {
  const three = { administrator: administrators, security: administrators, auditor: administrators }
  return { nobody, initiator, candidate, reader, other, ...three, ...own, integration }
}
