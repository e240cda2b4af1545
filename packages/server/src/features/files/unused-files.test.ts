import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { talentOffice } from '../../../test/talent-office.ts'
import type { DatabaseKind } from '../../db/database.ts'
import { uuidV7 } from '../../db/uuid-v7.ts'
import { createFolderFileStore } from '../../ports/files/folder-file-store.ts'
import { testDatabaseKinds } from '../../testing/test-databases.ts'
import { createFileRepository } from './file-repository.ts'
import { createFileService } from './file-service.ts'
import { createUnusedFiles } from './unused-files.ts'

const HOUR_MS = 3_600_000
const BYTES = Buffer.from('x')

async function start(kind: DatabaseKind) {
  const office = await talentOffice({ kind })
  const { db, services } = office
  const folder = await mkdtemp(join(tmpdir(), 'zhupi-files-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const store = createFolderFileStore(folder)
  const clerk = office.actor('firm-1-clerk')
  const deps = { clock: office.now, newId: uuidV7, usedInReadableCase: async () => false }
  const files = createFileService({ files: createFileRepository(db), store, ...deps })
  const unused = createUnusedFiles({ db, store, registers: () => services.definitions.registers(), clock: office.now })
  return {
    office,
    clerk,
    files,
    unused,
    upload: async (actor = clerk) => (await files.store(actor, { name: 'a.png', type: 'image/png', bytes: BYTES })).id,
    /** Whether its bytes can still be read. */
    isThere: async (id: string) => (await files.readForCase(id).catch(() => undefined)) !== undefined,
  }
}

describe.each(await testDatabaseKinds())('on %s', (kind) => {
  it('removes what nothing uses, and nothing that a case, a decision, a draft or a register has', async () => {
    const { office, clerk, unused, upload, isThere } = await start(kind)
    const [nowhere, inCase, inDraft, inRegister] = await Promise.all([upload(), upload(), upload(), upload()])
    const signature = await upload(office.actor('firm-1-leader'))
    const caseId = await office.apply('firm-1-clerk', { 年度: inCase })
    const opinion = { text: '同意。', seal: 'firm-1', signature }
    await office.decide(caseId, 'firm-1-leader', { type: 'approve', opinion })
    await office.services.matters.saveDraft(clerk, 'talent', { values: { 年度: inDraft }, version: 0 })
    await office.services.registers.create(office.actor('hrss-clerk'), 'recommendations', {
      年度: '2026',
      推荐部门: '市工信局',
      工作单位: '甲公司',
      推荐人选: inRegister,
    })
    expect(await unused.clean()).toEqual({ givenUp: [], kept: [], removed: [] })
    office.pass(24 * HOUR_MS)
    const young = await upload()
    expect(await unused.clean()).toEqual({ givenUp: [nowhere], kept: [], removed: [] })
    expect(await isThere(nowhere)).toBe(true)
    office.pass(HOUR_MS)
    expect(await unused.clean()).toEqual({ givenUp: [], kept: [], removed: [nowhere] })
    expect(await isThere(nowhere)).toBe(false)
    for (const id of [inCase, inDraft, inRegister, signature, young]) expect(await isThere(id)).toBe(true)
    expect(await unused.clean()).toEqual({ givenUp: [], kept: [], removed: [] })
  })

  it('lets nobody use what was given up, nor what is gone; in the end nothing of it is known', async () => {
    const { office, unused, upload } = await start(kind)
    const id = await upload()
    const signature = await upload(office.actor('firm-1-leader'))
    const caseId = await office.apply()
    office.pass(24 * HOUR_MS)
    await unused.clean()
    const gone = { code: 'FILE_NOT_FOUND' }
    await expect(office.apply('firm-1-clerk', { 年度: id })).rejects.toMatchObject(gone)
    const opinion = { text: '同意。', seal: 'firm-1', signature }
    await expect(office.decide(caseId, 'firm-1-leader', { type: 'approve', opinion })).rejects.toMatchObject({
      code: 'OPINION_INVALID',
    })
    office.pass(HOUR_MS)
    await unused.clean()
    await expect(office.apply('firm-1-clerk', { 年度: id })).rejects.toMatchObject(gone)
    office.pass(31 * 24 * HOUR_MS)
    await unused.clean()
    expect(await office.db.read.all('SELECT id FROM stored_file')).toEqual([])
  })

  it('keeps what a submit was about to use when it was given up', async () => {
    const { office, unused, upload, isThere } = await start(kind)
    const id = await upload()
    const caseId = await office.apply()
    office.pass(24 * HOUR_MS)
    expect((await unused.clean()).givenUp).toEqual([id])
    // As of a transaction that found the file before it was given up, and ends after it.
    await office.db.write((sql) => sql.run('INSERT INTO file_use (file_id, case_id) VALUES (?, ?)', [id, caseId]))
    office.pass(HOUR_MS)
    expect(await unused.clean()).toEqual({ givenUp: [], kept: [id], removed: [] })
    expect(await isThere(id)).toBe(true)
    const row = await office.db.read.first('SELECT removed_at FROM stored_file WHERE id = ?', [id])
    expect(row).toEqual({ removed_at: null })
  })
})
