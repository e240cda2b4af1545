import { expect, it } from 'vitest'
import { appendHistory, GENESIS, hashRecord } from './history-chain.ts'

const context = { caseId: 'case-1', caseVersion: 1, at: '2026-03-18T06:00:00.000Z', newId: () => 'id' }

it('links every record to the one before it', () => {
  const first = appendHistory(GENESIS, [{ kind: 'started', personId: 'a' }], context)
  const { records, head } = appendHistory(
    first.head,
    [{ kind: 'commented', opinion: '好' }, { kind: 'ended' }],
    context,
  )
  expect(records.map(({ seq }) => seq)).toEqual([2, 3])
  expect(head).toEqual({ seq: 3, hash: records[1]?.hash })
  const { hash, ...record } = records[0]!
  expect(hashRecord(first.head.hash, record)).toBe(hash)
  expect(hashRecord(first.head.hash, { ...record, opinion: '坏' })).not.toBe(hash)
})

it('hashes with SM3 over canonical JSON', () => {
  const record = { ...appendHistory(GENESIS, [{ kind: 'ended' }], context).records[0]! }
  const { hash, ...rest } = record
  const shuffled = Object.fromEntries(Object.entries(rest).reverse()) as typeof rest
  expect(hashRecord(GENESIS.hash, shuffled)).toBe(hash)
  expect(hash).toMatch(/^[0-9a-f]{64}$/)
})
