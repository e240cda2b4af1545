import { describe, expect, it } from 'vitest'
import { APPLICATION, talentOffice } from '../../../test/talent-office.ts'
import { testDatabaseKinds } from '../../testing/test-databases.ts'
import { findCase } from '../cases/case-repository.ts'
import { readHistory } from '../cases/history-repository.ts'
import { casesUsing } from '../files/file-uses.ts'

const APPROVE = { type: 'approve', opinion: { text: '同意。' } } as const

describe.each(await testDatabaseKinds())('on %s', (kind) => {
  describe('an approval', () => {
    it('costs at most eight statements, BEGIN and COMMIT included, with or without an idempotency key', async () => {
      const office = await talentOffice({ kind })
      const { services, statements, actor } = office
      for (const key of [undefined, 'key-1']) {
        const id = await office.apply()
        await office.approve(id, 'firm-1-leader', 'county-clerk')
        const { id: taskId, version } = await office.taskOf(id, 'drc-clerk')
        statements.length = 0
        await services.tasks.act(actor('drc-clerk'), taskId, { ...APPROVE, version }, key)
        expect(statements[0]).toMatch(/^BEGIN/)
        expect(statements.at(-1)).toBe('COMMIT')
        expect(statements.length).toBeLessThanOrEqual(8)
      }
      const id = await office.apply()
      const { id: taskId, version } = await office.taskOf(id, 'firm-1-leader')
      statements.length = 0
      const opinion = { text: '同意。', seal: 'firm-1' }
      await services.tasks.act(actor('firm-1-leader'), taskId, { type: 'approve', opinion, version }, 'key-2')
      expect(statements.length).toBe(8)
    })

    it("costs no more with a signature, which is the signer's own and read by whoever reads the case", async () => {
      const office = await talentOffice({ kind })
      const { services, statements, actor } = office
      const id = await office.apply()
      const { id: taskId, version } = await office.taskOf(id, 'firm-1-leader')
      const [mine, theirs] = ['00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000002']
      await office.db.write(async (sql) => {
        for (const [file, owner] of [
          [mine, 'firm-1-leader'],
          [theirs, 'county-clerk'],
        ] as const) {
          await sql.run(
            `INSERT INTO stored_file (id, name, size, type, sm3, owner_id, created_at) VALUES (?, 'a.png', 1, 'image/png', '', ?, '')`,
            [file, owner],
          )
        }
      })
      const approve = (signature: string) =>
        services.tasks.act(actor('firm-1-leader'), taskId, {
          type: 'approve',
          opinion: { text: '同意。', seal: 'firm-1', signature },
          version,
        })
      for (const wrong of [theirs, 'nothing']) {
        await expect(approve(wrong)).rejects.toMatchObject({
          code: 'OPINION_INVALID',
          issues: [{ path: ['opinion', 'signature'] }],
        })
      }
      statements.length = 0
      await approve(mine)
      expect(statements.length).toBe(8)
      expect(await casesUsing(office.db.read, mine)).toEqual([id])
    })

    it('is one of two at once: the other hears that it is done, and by whom', async () => {
      const office = await talentOffice({ kind })
      const id = await office.apply()
      await office.approve(id, 'firm-1-leader')
      // Both have the task on their screen before either decides.
      const people = ['county-clerk', 'county-deputy']
      const tasks = await Promise.all(people.map((person) => office.taskOf(id, person)))
      const results = await Promise.allSettled(
        tasks.map((task, place) => {
          const actor = office.actor(people[place] ?? '')
          const opinion = { text: '同意。', ...(actor.unit.seal && { seal: actor.unit.id }) }
          return office.services.tasks.act(actor, task.id, { type: 'approve', version: task.version, opinion })
        }),
      )
      const refused = results.filter(({ status }) => status === 'rejected')
      expect(refused).toMatchObject([
        { reason: { code: 'TASK_CLOSED', detail: expect.stringMatching(/^这个待办已由“县工信局(经办|副职)”办理。$/) } },
      ])
      const history = await readHistory(office.db.read, id)
      expect(history.filter(({ elementId }) => elementId === 'county')).toHaveLength(1)
    })

    it('ends a round once when its last two decide at once, and takes both', async () => {
      const office = await talentOffice({ kind })
      const id = await office.apply()
      await office.approve(id, 'firm-1-leader', 'county-clerk')
      await Promise.all([office.approve(id, 'drc-clerk'), office.approve(id, 'iit-leader')])
      const history = await readHistory(office.db.read, id)
      const signers = history.flatMap(({ kind: what, elementId, personId }) =>
        elementId === 'countersign' && what === 'completed' ? [personId] : [],
      )
      expect(signers.sort()).toEqual(['drc-clerk', 'iit-leader'])
      expect(history.filter(({ kind: what }) => what === 'service')).toHaveLength(1)
      expect((await findCase(office.db.read, id))?.waiting).toMatchObject([{ id: 'province' }])
    })

    it('is refused with a stale version, and told what changed since', async () => {
      const office = await talentOffice({ kind })
      const id = await office.apply()
      await office.approve(id, 'firm-1-leader')
      const { id: taskId } = await office.taskOf(id, 'county-clerk')
      await expect(
        office.services.tasks.act(office.actor('county-clerk'), taskId, { ...APPROVE, version: 1 }),
      ).rejects.toMatchObject({
        code: 'TASK_CHANGED',
        members: { version: 2, changes: [{ person: '甲公司负责人', text: '甲公司负责人 同意（用人单位意见）' }] },
      })
    })

    it("is nobody else's: another person's task does not exist", async () => {
      const office = await talentOffice({ kind })
      const id = await office.apply()
      const { id: taskId, version } = await office.taskOf(id, 'firm-1-leader')
      for (const other of ['firm-2-leader', 'firm-1-clerk', 'county-clerk']) {
        const act = office.services.tasks.act(office.actor(other), taskId, { ...APPROVE, version })
        await expect(act).rejects.toMatchObject({ code: 'TASK_NOT_FOUND' })
      }
    })

    it('finds the people of the district, and no disabled ones', async () => {
      const office = await talentOffice({ kind })
      const id = await office.apply()
      await office.approve(id, 'firm-1-leader')
      const rows = await office.db.read.all<{ person_id: string }>(
        "SELECT person_id FROM task WHERE case_id = ? AND element_id = 'county' ORDER BY person_id",
        [id],
      )
      expect(rows.map((row) => row.person_id)).toEqual(['county-clerk', 'county-deputy'])
    })

    it('writes only what its step may edit, and demands opinion and seal', async () => {
      const office = await talentOffice({ kind })
      const id = await office.apply()
      const opinion = { text: '同意。', seal: 'firm-1' }
      const as = (action: Record<string, unknown>) =>
        office.decide(id, 'firm-1-leader', { type: 'approve', opinion, ...action } as never)
      await expect(as({ values: { 姓名: '改名' } })).rejects.toMatchObject({
        code: 'VALUES_INVALID',
        issues: [{ code: 'FIELD_NOT_EDITABLE', path: ['姓名'] }],
      })
      await expect(as({ values: { 内部备注: '看' } })).rejects.toMatchObject({ code: 'VALUES_INVALID' })
      await expect(as({ opinion: { text: ' ' } })).rejects.toMatchObject({
        code: 'OPINION_INVALID',
        issues: [{ path: ['opinion', 'text'] }, { path: ['opinion', 'seal'] }],
      })
      await expect(as({ opinion: { text: '同意。', seal: 'city-iit' } })).rejects.toMatchObject({
        code: 'SEAL_NOT_ALLOWED',
      })
      await as({ values: { 姓名: 'XX' } })
      const values = { 推荐部门: '市发展改革委', 内部备注: '已核' }
      await office.decide(id, 'county-clerk', { ...APPROVE, values })
      expect((await findCase(office.db.read, id))?.values).toMatchObject({ ...values, 姓名: 'XX' })
    })

    it('can be handed to somebody else, who then has it alone', async () => {
      const office = await talentOffice({ kind })
      const id = await office.apply()
      await office.approve(id, 'firm-1-leader')
      const transfer = (to: string) => office.decide(id, 'county-clerk', { type: 'transfer', to })
      await expect(transfer('gone-clerk')).rejects.toMatchObject({ code: 'PERSON_NOT_FOUND' })
      await expect(transfer('county-clerk')).rejects.toMatchObject({ code: 'PERSON_NOT_FOUND' })
      expect(await transfer('county-deputy')).toBe('已转办，给县工信局副职')
      await expect(office.approve(id, 'county-clerk')).rejects.toThrow('no open task')
      await office.approve(id, 'county-deputy')
    })
  })

  describe('an idempotency key', () => {
    it('makes a repeat harmless, and belongs to one request', async () => {
      const office = await talentOffice({ kind })
      const id = await office.apply()
      const { id: taskId, version } = await office.taskOf(id, 'firm-1-leader')
      const { services, actor } = office
      const action = { type: 'approve' as const, opinion: { text: '同意。', seal: 'firm-1' }, version }
      const act = (body: typeof action) => services.tasks.act(actor('firm-1-leader'), taskId, body, 'once')
      const answers = await Promise.all([act(action), act(action), act(action)])
      expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
      expect(await act(action)).toEqual(answers[0])
      const other = { ...action, opinion: { text: '再议。', seal: 'firm-1' } }
      await expect(act(other)).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' })
      expect(await readHistory(office.db.read, id)).toHaveLength(2)
    })

    it('starts one case however often it is sent', async () => {
      const office = await talentOffice({ kind })
      const start = () =>
        office.services.matters.start(office.actor('firm-1-clerk'), 'talent', APPLICATION, 'apply-once')
      const ids = await Promise.all([start(), start(), start()])
      expect(new Set([...ids, await start()]).size).toBe(1)
      expect(await office.db.read.all('SELECT id FROM case_instance')).toHaveLength(1)
      const different = { ...APPLICATION, 姓名: 'YY' }
      await expect(
        office.services.matters.start(office.actor('firm-1-clerk'), 'talent', different, 'apply-once'),
      ).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' })
    })
  })

  describe('a batch', () => {
    it('gives each task its own result', async () => {
      const office = await talentOffice({ kind })
      const ids = await Promise.all([office.apply(), office.apply(), office.apply()])
      const tasks = await Promise.all(ids.map((id) => office.taskOf(id, 'firm-1-leader')))
      await office.approve(ids[1] ?? '', 'firm-1-leader')
      const items = tasks.map(({ id: taskId, version }) => ({ taskId, version }))
      const opinion = { text: '同意。', seal: 'firm-1' }
      const { items: results } = await office.services.tasks.actOnMany(office.actor('firm-1-leader'), {
        items,
        type: 'approve',
        opinion,
      })
      expect(results.map(({ ok, code }) => ({ ok, code }))).toEqual([
        { ok: true, code: null },
        { ok: false, code: 'TASK_CLOSED' },
        { ok: true, code: null },
      ])
      expect(results[0]?.message).toBe('已同意，送县工信局')
    })
  })
})
