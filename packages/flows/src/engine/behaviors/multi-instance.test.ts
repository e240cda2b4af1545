import { describe, expect, it } from 'vitest'
import { diagram, refused, start } from '../../../test/start.ts'
import { forecast } from '../../index.ts'

const definition = await diagram(import.meta.url, 'multi-instance.bpmn')
const ITEMS = [{ by: 'u1' }, { by: 'u2' }, { by: 'u3' }]

function at(kind: string, variables: Record<string, unknown> = {}) {
  const run = start(definition, { variables: { kind, items: ITEMS, ...variables } })
  run.complete('apply')
  return run
}

describe('in parallel over a collection', () => {
  it('asks once for each entry, whom the people rule finds by it', () => {
    expect(at('all').tasks()).toEqual(['all u1', 'all u2', 'all u3'])
  })

  it('collects what each gives in the order of the entries, and keeps it to itself before', () => {
    const run = at('all')
    run.complete('all', 'approve', { by: 'u3', variables: { opinion: 'third', seen: true } })
    expect(run.variables).toMatchObject({ seen: true })
    expect(run.variables.opinion).toBeUndefined()
    run.complete('all', 'approve', { by: 'u1', variables: { opinion: 'first' } })
    run.complete('all', 'approve', { by: 'u2' })
    expect(run.variables).toMatchObject({ opinions: ['first', null, 'third'], decisions: { apply: 'approve' } })
    expect(run.waitingAt()).toEqual(['next'])
  })

  it.each([
    ['an empty list', []],
    ['a list of one', [{ by: 'u1' }]],
  ])('of %s', (_, items) => {
    const run = at('all', { items })
    expect(run.waitingAt()).toEqual(items.length === 0 ? ['next'] : ['all'])
    if (items.length === 0) expect(run.variables.opinions).toEqual([])
  })

  it.each([null, 3, 'u1'])('is refused when the collection is %j', (items) =>
    expect(refused('LOOP_INVALID', () => at('all', { items }))).toMatchObject({ elementId: 'all' }),
  )

  it('is broken off as a whole by what is on its edge', () => {
    const run = at('all')
    run.complete('all', 'approve', { by: 'u1' })
    run.fire('late')
    expect(run.waitingAt()).toEqual(['escalated'])
    expect(run.state.timers).toEqual([])
  })
})

describe('one after the other', () => {
  it('goes on with the next entry, and collects', () => {
    const run = at('turn')
    for (const [index, decision] of ['approve', 'approve', 'approve'].entries()) {
      expect(run.tasks()).toEqual([`turn u${index + 1}`])
      run.complete('turn', decision)
    }
    expect(run.variables.decided).toEqual(['approve', 'approve', 'approve'])
    expect(run.waitingAt()).toEqual(['next'])
  })

  it('ends early when the completion condition holds', () => {
    const run = at('numbered', { last: 2 })
    run.complete('numbered')
    expect(run.waitingAt()).toEqual(['numbered'])
    run.complete('numbered')
    expect(run.waitingAt()).toEqual(['next'])
  })
})

it('is forecast with all that it asks, one after the other too', () => {
  const run = at('turn')
  const steps = forecast(definition, run.state, run.context)
  expect(steps.map(({ elementId, people }) => [elementId, ...people])).toEqual([
    ['turn#each', 'u1', 'u2', 'u3'],
    ['next', 'u9'],
  ])
})

it('counts the visits of each entry for itself', () => {
  const run = at('all')
  const numbers = () => run.events.flatMap((event) => (event.type === 'RoundOpened' ? [event.number] : []))
  expect(numbers()).toEqual([1, 1, 1, 1])
  run.return('all', 'apply', { by: 'u2' })
  run.complete('apply')
  expect(numbers()).toEqual([1, 1, 1, 1, 2, 2, 2, 2])
})

describe('by a cardinality', () => {
  it('gives the others up when the completion condition holds, which sees the decisions of the instance', () => {
    const run = at('some', { count: 4 })
    expect(run.tasks()).toHaveLength(4)
    run.complete('some')
    expect(run.tasks()).toHaveLength(3)
    const events = run.complete('some')
    expect(events.filter(({ type }) => type === 'TaskCancelled')).toHaveLength(2)
    expect(run.waitingAt()).toEqual(['next'])
    const rejected = at('some', { count: 4 })
    rejected.complete('some', 'reject')
    expect(rejected.waitingAt()).toEqual(['next'])
  })

  it.each([-1, 1.5, 'two', 1001, null])('is refused when it is %j', (count) => {
    expect(refused('LOOP_INVALID', () => at('some', { count }))).toMatchObject({ elementId: 'some' })
  })

  it('of none is passed at once', () => expect(at('some', { count: 0 }).waitingAt()).toEqual(['next']))
})

describe('taken back', () => {
  it('returns from one instance to what came before all of them', () => {
    const run = at('all')
    run.complete('all', 'approve', { by: 'u1' })
    run.return('all', 'apply', { by: 'u2' })
    expect(run.tasks()).toEqual(['apply applicant'])
    run.complete('apply')
    expect(run.tasks()).toHaveLength(3)
  })

  it('opens all of them again when what follows returns to them', () => {
    const run = at('turn')
    for (let count = 0; count < 3; count += 1) run.complete('turn')
    run.return('next', 'turn')
    expect(run.tasks()).toEqual(['turn u1'])
  })

  it('goes straight back from all of them to what returned to them', () => {
    const run = at('all')
    for (const by of ['u1', 'u2', 'u3']) run.complete('all', 'approve', { by, variables: { opinion: by } })
    const events = run.return('next', 'all', { after: 'straight' })
    expect(events.filter(({ type }) => type === 'TaskUndone')).toHaveLength(3)
    for (const by of ['u3', 'u2', 'u1']) run.complete('all', 'approve', { by, variables: { opinion: `${by} again` } })
    expect(run.variables.opinions).toEqual(['u1 again', 'u2 again', 'u3 again'])
    expect(run.tasks()).toEqual(['next u9'])
    expect(run.state.activations.filter(({ instance }) => instance !== undefined)).toHaveLength(3)
    run.withdraw('all', 'u2')
    expect(run.tasks()).toEqual(['all u2'])
  })

  it('takes one decision back while the others stand', () => {
    const run = at('all')
    for (const by of ['u1', 'u2', 'u3']) run.complete('all', 'approve', { by, variables: { opinion: by } })
    run.withdraw('all', 'u2')
    expect(run.tasks()).toEqual(['all u2'])
    expect(run.state.timers).toMatchObject([{ element: 'late' }])
    run.complete('all', 'approve', { variables: { opinion: 'again' } })
    expect(run.variables.opinions).toEqual(['u1', 'again', 'u3'])
    expect(run.waitingAt()).toEqual(['next'])
  })

  it('takes an earlier turn back, and the later ones with it', () => {
    const run = at('turn')
    run.complete('turn')
    run.withdraw('turn', 'u1')
    expect(run.tasks()).toEqual(['turn u1'])
    for (const by of ['u1', 'u2', 'u3']) run.complete('turn', 'approve', { by })
    expect(run.variables.decided).toEqual(['approve', 'approve', 'approve'])
  })

  it('takes nothing back from where others were given up', () => {
    const run = at('some', { count: 4 })
    run.complete('some')
    run.complete('some')
    refused('WITHDRAW_TOO_LATE', () => run.withdraw('some'))
  })
})
