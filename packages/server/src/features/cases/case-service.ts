import { accessOf, filterValues } from '@zhupi/forms'
import type { z } from 'zod'
import type { AuditLog } from '../../audit/audit-log.ts'
import { auditedAs } from '../../audit/audit-request.ts'
import type { Database } from '../../db/database.ts'
import type { Sql } from '../../db/sql.ts'
import { ServerError } from '../../errors.ts'
import type { Actor } from '../../http/actor.ts'
import { listArchivedCases } from './archived-list.ts'
import { actOnCase } from './case-actions.ts'
import type { CommandDeps } from './case-commands.ts'
import { presentDiagram } from './case-diagram.ts'
import { readCaseFor, readsMatter } from './case-for-reader.ts'
import { presentForecast } from './case-forecast.ts'
import { listCases } from './case-list.ts'
import { readCasePage } from './case-page.ts'
import type { Case, CaseActionRequest, CaseQuery, Diagram, ForecastStep, ListedCase, Revealed } from './case-schema.ts'
import { createFlowContext } from './flow-context.ts'
import { readHistory } from './history-repository.ts'
import { doOnce } from './idempotency.ts'
import { withoutRows } from './value-path.ts'
import { writeCase } from './write-case.ts'

type Page = { items: Array<z.input<typeof ListedCase>>; nextCursor: string | null }

/** Cases, each as its reader may see it. Every method throws ServerError `CASE_NOT_FOUND` for a case that is not the reader's. */
export interface CaseService {
  list(actor: Actor, query: z.output<typeof CaseQuery>): Promise<Page>
  read(actor: Actor, caseId: string): Promise<z.input<typeof Case>>
  diagram(actor: Actor, caseId: string): Promise<z.input<typeof Diagram>>
  forecast(actor: Actor, caseId: string): Promise<Array<z.input<typeof ForecastStep>>>
  /** See `actOnCase` for what it refuses. @returns the case afterwards */
  act(
    actor: Actor,
    caseId: string,
    request: z.output<typeof CaseActionRequest>,
    idempotencyKey?: string,
  ): Promise<z.input<typeof Case>>
  /** Shows one value in full and logs who looked. @throws ServerError `FIELD_NOT_FOUND` */
  reveal(actor: Actor, caseId: string, path: string): Promise<z.input<typeof Revealed>>
}

export function createCaseService(deps: CommandDeps & { db: Database; audit: AuditLog }): CaseService {
  const { db, definitions, directory, calendar, clock, newId, audit } = deps
  const find = (actor: Actor, caseId: string, sql: Sql = db.read) => readCaseFor(sql, definitions, actor, caseId)

  return {
    read: (actor, caseId) => readCasePage(deps, actor, caseId),
    async list(actor, query) {
      const { id: personId, roles } = actor.person
      const keys = definitions.matters().map(({ matter }) => matter.key)
      const readableMatters = keys.filter((key) => readsMatter(definitions, roles, key))
      const nameOf = (id: string) => directory.person(id)?.name ?? id
      const reader = { personId, readableMatters, nameOf }
      if (query.archived) return listArchivedCases(db.read, reader, query)
      const page = await listCases(db.read, reader, query)
      if (!query.q || query.cursor !== undefined) return page
      // Who knows the number of a case need not know that it is archived.
      const { q: number, ...rest } = query
      const { items } = await listArchivedCases(db.read, reader, { ...rest, number })
      return { ...page, items: [...items, ...page.items] }
    },
    async diagram(actor, caseId) {
      const { record, matter } = await find(actor, caseId)
      return presentDiagram(matter, record, await readHistory(db.read, caseId))
    },
    async forecast(actor, caseId) {
      const { record, matter } = await find(actor, caseId)
      const context = createFlowContext(record, { directory, calendar, at: clock(), newId })
      return presentForecast(matter, record.instance, context, directory)
    },
    async act(actor, caseId, request, key) {
      const personId = actor.person.id
      await doOnce<string>(db, { personId, key, content: ['case', caseId, request] }, (keep) =>
        writeCase(db, async (sql) => {
          await actOnCase(deps, sql, await find(actor, caseId, sql), actor, request, keep?.(caseId))
          return caseId
        }),
      )
      return readCasePage(deps, actor, caseId)
    },
    async reveal(actor, caseId, path) {
      const { record, matter, access } = await find(actor, caseId)
      const value = valueAt(filterValues(matter.form, record.values, access), path)
      if (value === undefined || accessOf(access, withoutRows(path)) === 'hidden') {
        throw new ServerError('FIELD_NOT_FOUND', { caseId, path })
      }
      await audit.record({ ...auditedAs(actor), kind: 'reveal', object: { type: 'case', id: caseId }, detail: path })
      return { path, value }
    },
  }
}

function valueAt(values: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((value, key) => {
    const holds = typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    return holds ? (value as Record<string, unknown>)[key] : undefined
  }, values)
}
