import { expect, it } from 'vitest'
import { diagram, refused, start, type TestRun } from '../../../test/start.ts'
import { replay } from '../apply.ts'

const definition = await diagram(import.meta.url, 'transaction.bpmn')

function checking(): TestRun {
  const run = start(definition)
  run.complete('apply')
  run.complete('hotel')
  expect(run.waitingAt()).toEqual(['choose', 'check'])
  return run
}

it('breaks off what goes on, compensates what was completed, and leaves by the cancel event', () => {
  const run = checking()
  run.complete('check', 'reject')
  expect(run.waitingAt()).toEqual(['cancelHotel'])
  expect(run.state).toMatchObject({ timers: [], subscriptions: [] })
  run.serve('cancelHotel')
  expect(run.waitingAt()).toEqual(['release'])
  run.complete('release')
  expect(run.waitingAt()).toEqual(['sorry'])
  run.complete('sorry')
  expect(run.status).toBe('completed')
  expect(replay(run.events)).toEqual(run.state)
})

it('takes the tokens with it that wait before a join inside', () => {
  const run = checking()
  run.complete('choose')
  expect(run.state.arrivals).toHaveLength(1)
  run.complete('check', 'reject')
  expect(run.state.arrivals).toEqual([])
  run.complete('release')
  run.serve('cancelHotel')
  expect(run.waitingAt()).toEqual(['sorry'])
})

it('leaves a transaction that ends well alone', () => {
  const run = checking()
  run.complete('choose')
  run.complete('check')
  expect(run.waitingAt()).toEqual(['booked'])
})

it('is no part of an error, which leaves without compensation', () => {
  const run = checking()
  run.complete('check', 'fail')
  expect(run.waitingAt()).toEqual(['repair'])
})

it('is left at once by an error in what compensates', () => {
  const run = checking()
  run.complete('check', 'reject')
  run.fail('cancelHotel', { code: 'BROKEN', message: 'closed' })
  expect(run.waitingAt()).toEqual(['repair'])
})

it('cannot be withdrawn from, since what went on beside is lost', () => {
  const run = checking()
  run.complete('check', 'reject')
  refused('WITHDRAW_TOO_LATE', () => run.withdraw('check'))
  run.serve('cancelHotel')
  run.complete('release')
  expect(run.waitingAt()).toEqual(['sorry'])
  refused('WITHDRAW_TOO_LATE', () => run.withdraw('check'))
})

it('can be returned from only to what came before the transaction', () => {
  const run = checking()
  run.complete('check', 'reject')
  run.serve('cancelHotel')
  refused('RETURN_TARGET_INVALID', () => run.return('release', 'hotel'))
  run.return('release', 'apply')
  run.complete('apply')
  expect(run.waitingAt()).toEqual(['hotel', 'choose'])
})
