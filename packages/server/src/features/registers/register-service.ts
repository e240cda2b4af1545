import { maskText } from '@zhupi/forms'
import type { z } from 'zod'
import type { DefinitionStore } from '../../app-folder/definition-store.ts'
import type { AuditLog } from '../../audit/audit-log.ts'
import { auditedAs } from '../../audit/audit-request.ts'
import type { Clock } from '../../clock.ts'
import type { Database } from '../../db/database.ts'
import { ServerError } from '../../errors.ts'
import type { Actor } from '../../http/actor.ts'
import { readAllUsages } from './limit-usages.ts'
import type { ChangeRow, Register, RegisterRow, RegisterRowList, RowQuery } from './register-schema.ts'
import type { RegisterTable } from './register-table.ts'
import { countRows, queryRows } from './row-query.ts'
import { findRow, insertRow, type Row, updateRow } from './row-repository.ts'
import { checkRowValues, type RowValues } from './row-value.ts'

/** Registers and their rows. Every method throws ServerError `REGISTER_NOT_FOUND` for a register the person may not read. */
export interface RegisterService {
  read(actor: Actor, key: string): Promise<z.input<typeof Register>>
  rows(actor: Actor, key: string, query: z.output<typeof RowQuery>): Promise<z.input<typeof RegisterRowList>>
  /** @throws ServerError `ROW_NOT_FOUND` */
  row(actor: Actor, key: string, rowId: string): Promise<z.input<typeof RegisterRow>>
  /** @throws ServerError `FORBIDDEN`, `VALUES_INVALID`, `LIMIT_REACHED`, `ROW_NOT_UNIQUE` */
  create(actor: Actor, key: string, values: RowValues): Promise<z.input<typeof RegisterRow>>
  /** @throws ServerError `ROW_NOT_FOUND`, `ROW_CHANGED`, and as `create` */
  change(
    actor: Actor,
    key: string,
    rowId: string,
    change: z.output<typeof ChangeRow>,
  ): Promise<z.input<typeof RegisterRow>>
}

export interface RegisterServiceDeps {
  db: Database
  definitions: DefinitionStore
  clock: Clock
  newId: () => string
  audit: Pick<AuditLog, 'record'>
}

export function createRegisterService({ db, definitions, clock, newId, audit }: RegisterServiceDeps): RegisterService {
  function readable({ person }: Actor, key: string): RegisterTable {
    const table = definitions.register(key)
    const { readers, editors } = table?.definition ?? { readers: { roles: [] }, editors: { roles: [] } }
    const allowed = [...readers.roles, ...editors.roles].some((role) => person.roles.includes(role))
    if (!table || !allowed) throw new ServerError('REGISTER_NOT_FOUND', { key })
    return table
  }

  function editable(actor: Actor, key: string): RegisterTable {
    const table = readable(actor, key)
    if (!mayEdit(actor, table)) throw new ServerError('FORBIDDEN', { key })
    return table
  }

  /** Looking for a person by a number is looking at the person. */
  async function logSought(actor: Actor, { definition }: RegisterTable, filter: RowValues): Promise<void> {
    const sought = definition.columns.filter(({ key, sensitivity }) => sensitivity && Object.hasOwn(filter, key))
    if (sought.length === 0) return
    const object = { type: 'register', id: definition.key } as const
    await audit.record({ ...auditedAs(actor), kind: 'reveal', object, detail: sought.map(({ key }) => key).join('+') })
  }

  return {
    async read(actor, key) {
      const table = readable(actor, key)
      const { definition } = table
      const views = definition.views.map(async (view) => {
        return { key: view.key, title: view.title, count: await countRows(db, table, { view: view.key }) }
      })
      return {
        key,
        title: definition.title,
        unitOfCount: definition.unitOfCount,
        columns: definition.columns
          .filter(({ hidden }) => !hidden)
          .map((column) => {
            const { key: columnKey, title = columnKey, type, options, filter, sensitivity } = column
            return {
              key: columnKey,
              title,
              type,
              ...(options && { options }),
              filter: filter && (!sensitivity || mayEdit(actor, table)),
            }
          }),
        views: await Promise.all(views),
        limits: await readAllUsages(db.read, definition),
        total: await countRows(db, table, {}),
        canEdit: mayEdit(actor, table),
      }
    },
    async rows(actor, key, { filter: text, ...query }) {
      const table = readable(actor, key)
      const filter = text === undefined ? {} : parsedFilter(text)
      // Who writes rows is told anyway whether a number is there; whoever only reads could find a masked one by trying.
      const sensitive = mayEdit(actor, table)
      const page = await queryRows(db, table, { ...query, filter, sensitive })
      if (sensitive) await logSought(actor, table, filter)
      return { items: page.items.map((row) => presentRow(table, row)), nextCursor: page.nextCursor }
    },
    async row(actor, key, rowId) {
      const table = readable(actor, key)
      return presentRow(table, await existing(db, table, rowId))
    },
    async create(actor, key, values) {
      const table = editable(actor, key)
      const checked = checkRowValues(table.definition, values, { whole: true })
      const id = newId()
      await db.write((sql) => insertRow(sql, table, checked, { id, at: clock(), by: actor.person.id }))
      return presentRow(table, await existing(db, table, id))
    },
    async change(actor, key, rowId, { values, version }) {
      const table = editable(actor, key)
      const row = await existing(db, table, rowId)
      if (row.version !== version) throw new ServerError('ROW_CHANGED', { rowId, version: row.version })
      const checked = checkRowValues(table.definition, withoutMasks(table, row, values), { whole: false })
      const write = { at: clock(), by: actor.person.id }
      return presentRow(table, await db.write((sql) => updateRow(sql, table, row, checked, write)))
    },
  }
}

function mayEdit({ person }: Actor, { definition }: RegisterTable): boolean {
  return definition.editors.roles.some((role) => person.roles.includes(role))
}

async function existing(db: Database, table: RegisterTable, rowId: string): Promise<Row> {
  const row = await findRow(db.read, table, rowId)
  if (!row) throw new ServerError('ROW_NOT_FOUND', { rowId })
  return row
}

/** A row as it goes out: without hidden columns, sensitive ones masked. */
function presentRow({ definition }: RegisterTable, row: Row): z.input<typeof RegisterRow> {
  const shown = definition.columns.filter(({ hidden }) => !hidden)
  return {
    id: row.id,
    version: row.version,
    values: Object.fromEntries(shown.map(({ key, sensitivity }) => [key, masked(row.values[key], sensitivity)])),
    source: row.source && { caseId: row.source.caseId, number: row.source.number },
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
  }
}

function masked(value: unknown, sensitivity: Parameters<typeof maskText>[1] | undefined): unknown {
  return sensitivity && typeof value === 'string' ? maskText(value, sensitivity) : value
}

/** A mask that comes back as it was shown changes nothing. */
function withoutMasks({ definition }: RegisterTable, row: Row, values: RowValues): RowValues {
  const sensitivities = new Map(definition.columns.map(({ key, sensitivity }) => [key, sensitivity]))
  return Object.fromEntries(
    Object.entries(values).filter(([key, value]) => {
      const sensitivity = sensitivities.get(key)
      return !sensitivity || value !== masked(row.values[key], sensitivity)
    }),
  )
}

/** @throws ServerError `REQUEST_INVALID` when it is no JSON object of plain values */
function parsedFilter(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text)
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
    if (isObject && Object.values(value).every((one) => one === null || typeof one !== 'object')) {
      return value as Record<string, unknown>
    }
  } catch {
    // Refused below like every other text that is no filter.
  }
  const issue = { code: 'FILTER', path: ['query', 'filter'], message: '筛选条件应是一个 JSON 对象：列名到值。' }
  throw new ServerError('REQUEST_INVALID', { issues: [issue] })
}
