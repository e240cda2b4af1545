import { expect, it } from 'vitest'
import { diagram, type StartOptions, start, type TestRun } from '../../../test/start.ts'
import { replay } from '../apply.ts'

const definition = await diagram(import.meta.url, 'compensation-throw-event.bpmn')
const one = await diagram(import.meta.url, 'compensation-of-one.bpmn')
const nested = await diagram(import.meta.url, 'compensation-sub-process.bpmn')

function paid(options?: StartOptions): TestRun {
  const run = start(definition, options)
  run.complete('book')
  run.complete('pay')
  return run
}

/** What compensated, in order. */
function compensations(run: TestRun): string[] {
  return run.events.flatMap((event) =>
    event.type === 'ElementEntered' && event.compensates !== undefined ? [event.elementId] : [],
  )
}

it('compensates what is completed, the last first, and waits for it', () => {
  const run = paid()
  expect(run.waitingAt()).toEqual(['refund'])
  run.complete('refund')
  expect(run.waitingAt()).toEqual(['unbook'])
  run.serve('unbook')
  expect(run.waitingAt()).toEqual(['last'])
})

it('compensates every visit in a loop once', () => {
  const run = start(definition)
  for (const decision of ['reject', 'reject', 'approve']) {
    run.complete('book')
    run.complete('pay', decision)
  }
  for (let round = 0; round < 3; round += 1) {
    run.complete('refund')
    run.serve('unbook')
  }
  expect(compensations(run)).toEqual(['refund', 'unbook', 'refund', 'unbook', 'refund', 'unbook'])
  expect(run.waitingAt()).toEqual(['last'])
})

it('compensates nothing twice', () => {
  const run = paid()
  run.complete('refund')
  run.serve('unbook')
  run.complete('last')
  expect(run.status).toBe('completed')
  expect(compensations(run)).toEqual(['refund', 'unbook'])
})

it('goes on at once where nothing is to be compensated', () => {
  const run = start(one)
  run.complete('a')
  run.return('b', 'initiator')
  run.send({ type: 'jump', by: 'admin', from: 'start', to: 'onlyA' })
  expect(run.waitingAt()).toEqual(['next'])
})

it('compensates one activity where it names one, and may go on meanwhile', () => {
  const run = start(one)
  run.complete('a')
  run.complete('b')
  expect(run.waitingAt().sort()).toEqual(['next', 'open', 'undoA'])
  run.complete('next')
  run.complete('open')
  expect(run.status).toBe('running')
  run.complete('undoA')
  expect(run.status).toBe('completed')
  expect(compensations(run)).toEqual(['undoA'])
})

it('is undone by a return, and compensates anew what then is completed', () => {
  const run = paid()
  run.complete('refund')
  run.serve('unbook')
  run.return('last', 'pay')
  expect(run.waitingAt()).toEqual(['pay'])
  run.complete('pay')
  expect(run.waitingAt()).toEqual(['refund'])
  run.complete('refund')
  run.serve('unbook')
  expect(run.waitingAt()).toEqual(['last'])
})

it('is returned into as into a sub-process', () => {
  const run = paid()
  run.complete('refund')
  run.serve('unbook')
  run.return('last', 'refund')
  expect(run.waitingAt()).toEqual(['refund'])
  run.complete('refund')
  expect(run.waitingAt()).toEqual(['unbook'])
  run.serve('unbook')
  run.complete('last')
  expect(run.status).toBe('completed')
})

it('takes compensation up where it stood on the way straight back', () => {
  const run = paid()
  run.complete('refund')
  run.serve('unbook')
  run.return('last', 'pay', { after: 'straight' })
  run.complete('pay')
  expect(run.waitingAt()).toEqual(['last'])
  run.complete('last')
  expect(run.status).toBe('completed')
  expect(compensations(run)).toEqual(['refund', 'unbook'])
})

it('is left by a jump with all that it compensates', () => {
  const run = paid()
  run.send({ type: 'jump', by: 'admin', from: 'refund', to: 'last' })
  expect(run.waitingAt()).toEqual(['last'])
  run.complete('last')
  expect(run.waitingAt()).toEqual(['unbook'])
})

it('gives the same state when its events are replayed', () => {
  const run = paid()
  run.complete('refund')
  expect(replay(run.events)).toEqual(run.state)
})

it.each([
  [
    ['a', 'b'],
    ['undoB', 'undoA'],
  ],
  [
    ['b', 'a'],
    ['undoA', 'undoB'],
  ],
])('what was completed as %j is compensated as %j', async (completed, compensated) => {
  const run = start(await diagram(import.meta.url, 'compensation-order.bpmn'))
  for (const element of completed) run.complete(element)
  for (const element of compensated) run.complete(element)
  expect(compensations(run)).toEqual(compensated)
  expect(run.waitingAt()).toEqual(['last'])
})

it('compensates nothing twice where it does not wait and comes round again', async () => {
  const run = start(await diagram(import.meta.url, 'compensation-in-a-loop.bpmn'))
  for (const decision of ['reject', 'reject', 'approve']) {
    run.complete('a')
    run.complete('undoA')
    run.complete('again', decision)
  }
  expect(run.status).toBe('completed')
  expect(compensations(run)).toEqual(['undoA', 'undoA', 'undoA'])
})

const beside = await diagram(import.meta.url, 'compensation-beside.bpmn')

function undone(...completed: string[]): TestRun {
  const run = start(beside)
  for (const element of [...completed, 'a', 'm', 'undoA']) run.complete(element)
  return run
}

it('leaves alone what is completed while it compensates', () => {
  const run = start(beside)
  for (const element of ['a', 'm', 'b', 'undoA']) run.complete(element)
  expect(run.waitingAt()).toEqual(['c', 'd', 'after'])
  run.complete('after')
  expect(run.waitingAt()).toContain('undoS')
})

it('compensates anew what was opened and completed anew', () => {
  const run = undone('b', 'c')
  run.complete('undoC')
  run.complete('undoS')
  run.withdraw('c')
  run.return('d', 'b')
  run.complete('c')
  run.complete('b')
  run.complete('after')
  expect(run.waitingAt()).toContain('undoS')
  run.complete('undoS')
  expect(run.waitingAt()).toContain('undoC')
  expect(compensations(run)).toEqual(['undoA', 'undoC', 'undoS', 'undoS', 'undoC'])
})

it('does not go straight back where another has compensated the same meanwhile', () => {
  const run = undone()
  run.return('after', 'm', { after: 'straight' })
  run.complete('c')
  run.complete('e')
  run.complete('undoC')
  run.complete('undoA')
  run.complete('m')
  expect(run.waitingAt()).toContain('after')
  const compensated = run.state.activations.flatMap(({ compensates }) => compensates ?? [])
  expect(new Set(compensated).size).toBe(compensated.length)
})

function travelled(): TestRun {
  const run = start(nested)
  run.complete('hotel')
  run.complete('work')
  run.complete('unwatched')
  return run
}

it('compensates a completed sub-process by what is inside, or by its event sub-process', () => {
  const run = travelled()
  expect(run.variables).toMatchObject({ flown: true })
  run.complete('decide')
  expect(run.waitingAt()).toEqual(['note'])
  run.complete('note')
  expect(run.waitingAt()).toEqual(['undoWork'])
  run.complete('undoWork')
  expect(run.waitingAt()).toEqual(['cancelHotel'])
  expect(run.variables).toMatchObject({ flown: false })
  run.serve('cancelHotel')
  expect(run.waitingAt()).toEqual(['last'])
})

it('compensates one sub-process where it names one', () => {
  const run = travelled()
  run.complete('decide', 'reject')
  expect(run.waitingAt()).toEqual(['cancelHotel'])
  run.serve('cancelHotel')
  expect(run.waitingAt()).toEqual(['last'])
  expect(compensations(run)).toEqual(['cancelFlight', 'cancelHotel'])
})

it('is undone by a return into the sub-process that it compensated', () => {
  const run = travelled()
  run.complete('decide', 'reject')
  run.serve('cancelHotel')
  run.return('last', 'hotel')
  expect(run.waitingAt()).toEqual(['hotel'])
  run.complete('hotel')
  expect(run.waitingAt()).toEqual(['work'])
})
