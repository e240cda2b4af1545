import { describe, expect, it } from 'vitest'
import { NOW } from '../../../test/shell.ts'
import { temporaryDatabase } from '../../../test/temporary-database.ts'
import type { DatabaseKind } from '../../db/database.ts'
import { testDatabaseKinds } from '../../testing/test-databases.ts'
import { casesUsing, claimFiles, fileIdsIn } from './file-uses.ts'

const MINE = '019b0000-0000-7000-8000-00000000000a'
const THEIRS = '019b0000-0000-7000-8000-00000000000b'
const TEXT = '019b0000-0000-7000-8000-00000000000c'

async function start(kind: DatabaseKind) {
  const db = await temporaryDatabase({ kind })
  await db.write(async (sql) => {
    for (const [id, owner] of [
      [MINE, 'me'],
      [THEIRS, 'they'],
    ] as const) {
      await sql.run(
        'insert into stored_file (id, name, size, type, sm3, owner_id, created_at) values (?, ?, ?, ?, ?, ?, ?)',
        [id, 'a.png', 1, 'image/png', '', owner, NOW],
      )
    }
  })
  await db.knex('case_instance').insert({
    id: 'case',
    number: 'N',
    matter_key: 'm',
    matter_title: '',
    matter_version: 1,
    status: 'running',
    version: 1,
    round: 1,
    title: '',
    digest: '',
    initiator_id: 'me',
    initiator_name: '',
    initiator_unit: '',
    form_values: '{}',
    instance: '{}',
    opinions: '[]',
    waiting: '[]',
    started_at: NOW,
    updated_at: NOW,
    history_seq: 0,
    history_head: '',
  })
  return {
    db,
    claim: (before: unknown, after: unknown, personId = 'me') =>
      db.write((sql) => claimFiles(sql, { caseId: 'case', personId, before, after })),
  }
}

describe.each(await testDatabaseKinds())('on %s', (kind) => {
  it('finds the ids of files wherever they stand', () => {
    expect(fileIdsIn({ 照片: MINE, 附件: [{ id: THEIRS, name: TEXT.slice(1) }], 天数: 3, 空: null })).toEqual(
      new Set([MINE, THEIRS]),
    )
  })

  it('remembers the files that a case has come to use, each once', async () => {
    const { db, claim } = await start(kind)
    await claim({}, { 照片: MINE, 说明: TEXT })
    await claim({}, { 照片: MINE })
    expect(await casesUsing(db.read, MINE)).toEqual(['case'])
    expect(await casesUsing(db.read, TEXT)).toEqual([])
  })

  it("refuses somebody else's file, unless the case uses it already", async () => {
    const { db, claim } = await start(kind)
    await expect(claim({}, { 照片: THEIRS })).rejects.toMatchObject({ code: 'FILE_NOT_FOUND' })
    expect(await casesUsing(db.read, THEIRS)).toEqual([])
    await claim({}, { 照片: THEIRS }, 'they')
    await claim({}, { 副本: THEIRS })
    expect(await casesUsing(db.read, THEIRS)).toEqual(['case'])
  })
})
