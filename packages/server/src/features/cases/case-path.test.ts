import { describe, expect, it } from 'vitest'
import { talentOffice } from '../../../test/talent-office.ts'
import { testDatabaseKinds } from '../../testing/test-databases.ts'
import { withOpinions } from './case-record.ts'
import { findCase } from './case-repository.ts'
import { readHistory } from './history-repository.ts'
import { verifyHistory } from './verify-history.ts'

const DAY_MS = 86_400_000
const SIGNERS = ['firm-1-leader', 'county-clerk', 'drc-clerk', 'iit-leader']

describe.each(await testDatabaseKinds())('on %s', (kind) => {
  describe('a case', () => {
    it('goes from the application to the issued card', async () => {
      const office = await talentOffice({ kind })
      const id = await office.apply()
      await office.approve(id, ...SIGNERS)
      const waiting = await findCase(office.db.read, id)
      expect(waiting).toMatchObject({
        number: 'RC-2026-0001',
        status: 'running',
        title: 'XX · 甲公司',
        waiting: [{ id: 'province', name: '省厅审核结果' }],
        values: { 工作单位: '甲公司' },
      })
      const message = { correlationKey: 'RC-2026-0001', variables: { 通过: true } }
      const delivered = await office.services.messages.deliver(office.actor('province'), 'province.result', message)
      expect(delivered).toEqual({ caseId: id, status: 'completed' })
      const cards = await office.db.read.all<Record<string, unknown>>('SELECT * FROM register_cards')
      expect(cards).toMatchObject([
        { source_number: 'RC-2026-0001', c1: 'K202600001', c2: 'XX', c4: '2026-03-18', c5: '2029-03-17', c6: 'valid' },
      ])
      const boxes = withOpinions({}, (await findCase(office.db.read, id))?.opinions ?? [])
      expect(boxes).toMatchObject({
        用人单位意见: [{ text: '同意。', unit: { name: '甲公司' }, seal: { unitId: 'firm-1' } }],
        会签意见: [{ signer: { id: 'drc-clerk' } }, { signer: { id: 'iit-leader' } }],
      })
      const history = await readHistory(office.db.read, id)
      expect(history.map(({ kind, elementId }) => `${kind} ${elementId ?? ''}`.trim())).toEqual([
        'started',
        'completed employer',
        'completed county',
        'completed countersign',
        'completed countersign',
        'service quota',
        'message province',
        'service issue',
        'ended',
      ])
      expect(await verifyHistory(office.db)).toEqual({ cases: 1, records: 9, broken: [] })
    })

    it('says who is next, what else may follow and what may happen meanwhile', async () => {
      const office = await talentOffice({ kind })
      const id = await office.apply()
      await office.approve(id, 'firm-1-leader', 'county-clerk')
      const steps = await office.services.cases.forecast(office.actor('firm-1-clerk'), id)
      expect(steps.map(({ element, state, otherwise }) => [element.id, state, otherwise.map(({ id }) => id)])).toEqual([
        ['countersign', 'open', []],
        ['quota', 'expected', []],
        ['province', 'expected', ['issue']],
      ])
      expect(steps[0]?.mayHappen).toEqual([
        {
          name: '会签超期',
          kind: 'timer',
          at: '2026-03-28T02:00:00.000Z',
          leadsTo: [{ id: 'quota', name: '登记名额' }],
        },
      ])
    })

    it('is returned, corrected and sent again; what was undone leaves its box and stays in the history', async () => {
      const office = await talentOffice({ kind })
      const id = await office.apply()
      await office.approve(id, 'firm-1-leader')
      const opinion = { text: '电话不对。' }
      const back = await office.decide(id, 'county-clerk', {
        type: 'return',
        to: 'initiator',
        after: 'replay',
        opinion,
      })
      expect(back).toBe('已退回，回到申请人')
      const returned = await findCase(office.db.read, id)
      expect(returned?.round).toBe(2)
      expect(withOpinions({}, returned?.opinions ?? [])).toEqual({})
      const again = await office.decide(id, 'firm-1-clerk', { type: 'resubmit', values: { 联系电话: '13900005678' } })
      expect(again).toBe('已重新提交，送甲公司')
      await office.approve(id, 'firm-1-leader')
      const history = await readHistory(office.db.read, id)
      expect(history.map(({ kind }) => kind)).toEqual(['started', 'completed', 'returned', 'resubmitted', 'completed'])
      expect(history[2]).toMatchObject({ undoes: [history[1]?.taskId], opinion: '电话不对。', toName: '申请人' })
      expect(history[3]?.changes).toEqual([
        { path: '联系电话', title: '联系电话', before: '138****1234', after: '139****5678' },
      ])
      const boxes = withOpinions({}, (await findCase(office.db.read, id))?.opinions ?? [])
      expect(boxes.用人单位意见).toHaveLength(1)
    })

    it('goes on when its timer falls due, exactly once, and not after it was cancelled', async () => {
      const office = await talentOffice({ kind })
      const late = await office.apply()
      await office.approve(late, 'firm-1-leader', 'county-clerk')
      const inTime = await office.apply('firm-2-clerk')
      await office.approve(inTime, 'firm-2-leader', 'county-clerk', 'drc-clerk', 'iit-leader')
      office.pass(10 * DAY_MS)
      await Promise.all([office.services.jobs.runDue(), office.services.jobs.runDue()])
      await office.services.jobs.runDue()
      const history = await readHistory(office.db.read, late)
      expect(history.filter(({ kind }) => kind === 'timer')).toMatchObject([{ elementName: '会签超期' }])
      expect((await findCase(office.db.read, late))?.waiting).toMatchObject([{ id: 'province' }])
      expect((await readHistory(office.db.read, inTime)).some(({ kind }) => kind === 'timer')).toBe(false)
    })
  })

  describe('a limit', () => {
    it('refuses the decision that would break it, and leaves the case as it was', async () => {
      const office = await talentOffice({ kind })
      for (let at = 1; at <= 5; at += 1) {
        const id = await office.apply('firm-1-clerk', { 年度: '2026', 姓名: `X${at}` })
        const stored = await findCase(office.db.read, id)
        const values = JSON.stringify({ ...stored?.values, 工作单位: `企业${at}` })
        await office.db.write((sql) => sql.run('UPDATE case_instance SET form_values = ? WHERE id = ?', [values, id]))
        await office.approve(id, ...SIGNERS)
      }
      const sixth = await office.apply('firm-2-clerk')
      await office.approve(sixth, 'firm-2-leader', 'county-clerk', 'drc-clerk')
      const before = await findCase(office.db.read, sixth)
      await expect(office.approve(sixth, 'iit-leader')).rejects.toMatchObject({
        code: 'LIMIT_REACHED',
        detail: expect.stringContaining('本局名额已满'),
        members: { label: '本局名额', used: 5, max: 5 },
      })
      expect(await findCase(office.db.read, sixth)).toEqual(before)
      expect(await office.taskOf(sixth, 'iit-leader')).toBeTruthy()
    })

    it('lets one person of an enterprise through in a year, also when both are decided at once', async () => {
      const office = await talentOffice({ kind })
      const first = await office.apply()
      const second = await office.apply()
      for (const id of [first, second]) await office.approve(id, ...SIGNERS.slice(0, 3))
      const results = await Promise.allSettled([
        office.approve(first, 'iit-leader'),
        office.approve(second, 'iit-leader'),
      ])
      expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
      expect(results.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'LIMIT_REACHED' } })
    })
  })

  describe('numbers', () => {
    it('have no gaps and no doubles when many start at once, and begin anew each year', async () => {
      const office = await talentOffice({ kind })
      const bad = () => office.apply('firm-1-clerk', { 联系电话: '1' })
      const starts = Array.from({ length: 30 }, (_, at) => (at % 3 === 0 ? bad() : office.apply()))
      const ids = (await Promise.allSettled(starts)).flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
      const numbers = await Promise.all(ids.map(async (id) => (await findCase(office.db.read, id))?.number))
      const expected = Array.from({ length: 20 }, (_, at) => `RC-2026-${String(at + 1).padStart(4, '0')}`)
      expect(numbers.sort()).toEqual(expected)
      office.pass(365 * DAY_MS)
      const next = await findCase(office.db.read, await office.apply())
      expect(next?.number).toBe('RC-2027-0001')
    })
  })
})
