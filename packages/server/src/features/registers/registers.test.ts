import { describe, expect, it } from 'vitest'
import { temporaryDatabase } from '../../../test/temporary-database.ts'
import type { Database } from '../../db/database.ts'
import { uuidV7 } from '../../db/uuid-v7.ts'
import { testDatabaseKinds } from '../../testing/test-databases.ts'
import { RegisterDefinition } from './register-definition.ts'
import { prepareRegisterTable, type RegisterTable } from './register-table.ts'
import { queryRows } from './row-query.ts'
import { deleteRow, findRow, insertRow, updateRow } from './row-repository.ts'

const AT = '2026-03-18T06:00:00.000Z'

const quota = RegisterDefinition.parse({
  key: 'quota-list',
  title: '推荐名单',
  unitOfCount: '家',
  columns: [
    { key: '年度', filter: true },
    { key: '推荐部门', filter: true },
    { key: '企业名称', required: true },
    { key: '证件号码', sensitivity: 'identity' },
    { key: '人数', type: 'number' },
  ],
  unique: [['企业名称', '年度']],
  limits: [
    { by: ['年度', '推荐部门'], max: 5, label: '本局名额' },
    { by: ['年度'], max: 10, label: '全市名额' },
  ],
  views: [{ key: 'drc', title: '发改', where: { 推荐部门: '市发展改革委' } }],
})

async function put(db: Database, table: RegisterTable, values: Record<string, unknown>): Promise<string> {
  const id = uuidV7()
  await db.write((sql) => insertRow(sql, table, values, { id, at: AT, by: 'clerk' }))
  return id
}

const firm = (at: number, bureau = '市工信局') => ({ 年度: '2026', 推荐部门: bureau, 企业名称: `企业${at}`, 人数: at })

describe.each(await testDatabaseKinds())('on %s', (kind) => {
  describe('limits', () => {
    it('refuses the sixth of a bureau and the eleventh of the city, and says how many there are', async () => {
      const db = await temporaryDatabase({ kind })
      const table = await prepareRegisterTable(db, quota)
      for (let at = 1; at <= 5; at += 1) await put(db, table, firm(at))
      await expect(put(db, table, firm(6))).rejects.toMatchObject({
        code: 'LIMIT_REACHED',
        detail: expect.stringContaining('本局名额已满'),
        members: { label: '本局名额', used: 5, max: 5, group: { 年度: '2026', 推荐部门: '市工信局' } },
      })
      for (let at = 11; at <= 15; at += 1) await put(db, table, firm(at, '市发展改革委'))
      await expect(put(db, table, firm(20, '第三部门'))).rejects.toMatchObject({
        members: { label: '全市名额', used: 10 },
      })
      await put(db, table, { ...firm(6), 年度: '2027' })
    })

    it('holds when ten ask at once', async () => {
      const db = await temporaryDatabase({ kind })
      const table = await prepareRegisterTable(db, quota)
      const results = await Promise.allSettled(Array.from({ length: 10 }, (_, at) => put(db, table, firm(at))))
      expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(5)
      const { items } = await queryRows(db, table, { limit: 100 })
      expect(items).toHaveLength(5)
      const counters = await db.read.all<{ used: number }>('SELECT used FROM limit_counter')
      expect(counters.map(({ used }) => used)).toEqual([5, 5])
    })

    it('gives a place back when a row goes or moves to another group', async () => {
      const db = await temporaryDatabase({ kind })
      const table = await prepareRegisterTable(db, quota)
      const ids = []
      for (let at = 1; at <= 5; at += 1) ids.push(await put(db, table, firm(at)))
      const [first, second] = await Promise.all(ids.slice(0, 2).map((id) => findRow(db.read, table, id)))
      await db.write((sql) => deleteRow(sql, table, first!))
      await db.write((sql) => updateRow(sql, table, second!, { 推荐部门: '市发展改革委' }, { at: AT, by: 'clerk' }))
      await put(db, table, firm(6))
      await put(db, table, firm(7))
      await expect(put(db, table, firm(8))).rejects.toMatchObject({ code: 'LIMIT_REACHED' })
    })
  })

  describe('unique values', () => {
    it('lets one of two at once through', async () => {
      const db = await temporaryDatabase({ kind })
      const table = await prepareRegisterTable(db, quota)
      const results = await Promise.allSettled([put(db, table, firm(1)), put(db, table, firm(1, '市发展改革委'))])
      const refused = results.filter(({ status }) => status === 'rejected')
      expect(refused).toMatchObject([{ reason: { code: 'ROW_NOT_UNIQUE' } }])
      const counters = await db.read.all<{ used: number }>('SELECT used FROM limit_counter WHERE used > 0')
      expect(counters).toHaveLength(2)
    })
  })

  describe('rows', () => {
    it('pages by key in both directions, filtered, searched and sorted by any column', async () => {
      const db = await temporaryDatabase({ kind })
      const table = await prepareRegisterTable(db, { ...quota, limits: [] })
      for (let at = 1; at <= 25; at += 1) await put(db, table, { ...firm(at), 人数: at % 3 === 0 ? null : at % 4 })
      for (const sort of ['人数', '-人数', undefined]) {
        const seen: string[] = []
        let cursor: string | undefined
        do {
          const page = await queryRows(db, table, { limit: 4, sort, cursor })
          seen.push(...page.items.map(({ id }) => id))
          cursor = page.nextCursor ?? undefined
        } while (cursor)
        expect(new Set(seen).size).toBe(25)
        expect(seen).toHaveLength(25)
      }
      expect((await queryRows(db, table, { limit: 100, q: '企业2' })).items).toHaveLength(7)
      expect((await queryRows(db, table, { limit: 100, q: '%' })).items).toHaveLength(0)
      expect((await queryRows(db, table, { limit: 100, view: 'drc' })).items).toHaveLength(0)
      await expect(queryRows(db, table, { limit: 9, filter: { 证件号码: '1' } })).rejects.toMatchObject({
        code: 'REQUEST_INVALID',
      })
      await expect(queryRows(db, table, { limit: 9, cursor: 'nonsense' })).rejects.toMatchObject({
        code: 'CURSOR_INVALID',
      })
    })

    it('refuses to change a row that somebody else changed', async () => {
      const db = await temporaryDatabase({ kind })
      const table = await prepareRegisterTable(db, quota)
      const row = await findRow(db.read, table, await put(db, table, firm(1)))
      const change = () => db.write((sql) => updateRow(sql, table, row!, { 人数: 9 }, { at: AT, by: 'clerk' }))
      await change()
      await expect(change()).rejects.toMatchObject({ code: 'ROW_CHANGED' })
    })

    it('keeps the rows when a new version brings a column, and refuses a changed type', async () => {
      const db = await temporaryDatabase({ kind })
      const table = await prepareRegisterTable(db, quota)
      const id = await put(db, table, firm(1))
      const wider = { ...quota, columns: [...quota.columns, { ...quota.columns[2]!, key: '备注', required: false }] }
      const altered = await prepareRegisterTable(db, wider)
      expect((await findRow(db.read, altered, id))?.values).toEqual({ ...firm(1), 证件号码: null, 备注: null })
      const changed = { ...quota, columns: quota.columns.map((column) => ({ ...column, type: 'text' as const })) }
      await expect(prepareRegisterTable(db, changed)).rejects.toMatchObject({ code: 'APP_INVALID' })
    })
  })
})
