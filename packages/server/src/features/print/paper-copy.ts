import { type FormDefinition, type FormValues, filterValues } from '@zhupi/forms'
import type { DefinitionStore } from '../../app-folder/definition-store.ts'
import type { AuditLog } from '../../audit/audit-log.ts'
import { auditedAs } from '../../audit/audit-request.ts'
import type { Database } from '../../db/database.ts'
import type { Actor } from '../../http/actor.ts'
import { readCaseFor } from '../cases/case-for-reader.ts'
import { withOpinions } from '../cases/case-record.ts'

/** What of a case goes on paper, for one reader. */
export interface PaperCopy {
  /** Number of the case. */
  number: string
  title: string
  form: FormDefinition
  /** The fields that the reader may see, in full: whoever sees one masked may reveal it, and the print is logged. */
  values: FormValues
}

export interface PaperCopyDeps {
  db: Pick<Database, 'read'>
  definitions: DefinitionStore
  audit: Pick<AuditLog, 'record'>
}

/** Takes a case for printing and logs it. @throws ServerError `CASE_NOT_FOUND` */
export async function takePaperCopy(deps: PaperCopyDeps, actor: Actor, caseId: string): Promise<PaperCopy> {
  const { db, definitions, audit } = deps
  const { record, matter, access } = await readCaseFor(db.read, definitions, actor, caseId)
  await audit.record({ ...auditedAs(actor), kind: 'print', object: { type: 'case', id: caseId } })
  const values = filterValues(matter.form, withOpinions(record.values, record.opinions), access)
  return { number: record.number, title: record.title, form: matter.form, values }
}
