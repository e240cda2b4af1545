import { describe, expect, it } from 'vitest'
import { diagram, refused, start } from '../../../test/start.ts'
import { link, openTasks } from '../../index.ts'

const caller = await diagram(import.meta.url, 'call-activity.bpmn')
const called = await diagram(import.meta.url, 'called.bpmn')
const countdown = await diagram(import.meta.url, 'countdown.bpmn')
const definition = link(caller, { processes: [called, countdown] })

const VARIABLES = { applicant: { name: 'XX' }, days: 3, patience: 'P1D', secret: 1 }

function calling(kind = 'mapped', variables: Record<string, unknown> = {}) {
  const run = start(definition, { variables: { ...VARIABLES, kind, ...variables } })
  run.complete('apply')
  return run
}

describe('what is given and taken', () => {
  it('gives the mappings and nothing else, and takes what is asked', () => {
    const run = calling()
    const given = run.events.find((event) => event.type === 'ProcessCalled')
    expect(given).toMatchObject({ processId: 'called', variables: { name: 'XX', days: 3, decisions: {} } })
    run.complete('examine', 'approve', { variables: { private: true } })
    run.complete('next')
    expect(run.waitingAt()).toEqual(['next'])
    expect(run.variables).toMatchObject({ outcome: 'approve', remark: 'seen by XX' })
    expect(run.variables.private).toBeUndefined()
    expect(run.variables.decisions).toEqual({ apply: 'approve' })
  })

  it('gives all and takes all that was set inside, when nothing is written', () => {
    const run = calling('whole', { name: 'YY' })
    run.send({ type: 'setVariables', variables: { days: 9 } })
    run.complete('examine', 'approve', { variables: { secret: 2 } })
    run.complete('next')
    expect(run.variables).toMatchObject({ secret: 2, remark: 'seen by YY', days: 9 })
  })
})

describe('what is inside', () => {
  it('finds people by its own lanes, and asks for its own decisions', () => {
    const run = calling()
    expect(openTasks(run.state).map(({ elementId }) => elementId)).toEqual(['called/examine'])
    expect(definition.elements['called/examine']).toMatchObject({ bareId: 'examine', lanes: ['office'] })
    run.complete('examine', 'urgent')
    expect(run.waitingAt()).toEqual(['told', 'next'])
  })

  it('ends alone by its terminate event', () => {
    const run = calling()
    run.complete('examine', 'stop')
    expect(run.waitingAt()).toEqual(['next'])
    expect(run.tasks()).toEqual(['next u9'])
    expect(run.variables).toMatchObject({ outcome: 'stop', remark: null })
  })

  it('throws its errors to the edge of the call', () => {
    const run = calling()
    run.complete('examine', 'broken')
    expect(run.waitingAt()).toEqual(['repair'])
  })

  it('fails with the case when nobody catches its error', () => {
    const run = calling('whole')
    run.complete('examine', 'broken')
    expect(run.status).toBe('failed')
  })

  it('has event sub-processes of its own, as long as it runs', () => {
    const run = calling()
    expect(run.state.subscriptions).toMatchObject([{ element: 'called/hold-start', name: 'hold' }])
    run.deliver('hold')
    expect(run.waitingAt()).toEqual(['examine', 'explain'])
    run.complete('explain')
    run.complete('examine')
    run.complete('next')
    expect(run.state.subscriptions).toEqual([])
    expect(run.tasks()).toEqual(['next u9'])
  })

  it('is broken off by a timer on the edge, which sees what is around the call', () => {
    const run = calling()
    expect(run.state.timers).toMatchObject([{ element: 'late', at: '2026-01-02T00:00:00.000Z' }])
    run.fire('late')
    expect(run.tasks()).toEqual(['repair u8'])
  })
})

it('calls itself as deep as it goes', () => {
  const run = calling('recursive', { n: 4 })
  expect(run.tasks()).toEqual(['ask u0'])
  expect(run.state.activations.filter(({ element }) => element.endsWith('self'))).toHaveLength(3)
  run.complete('ask')
  expect(run.tasks()).toEqual(['next u9'])
  expect(run.variables).toMatchObject({ n: 3, left: 2 })
})

it('is repeated for each entry of a collection', () => {
  const run = calling('many', { items: ['a', 'b'] })
  expect(run.tasks()).toEqual(['examine office', 'examine office'])
  run.complete('examine', 'stop')
  run.complete('examine', 'approve')
  run.complete('next')
  expect(run.variables.outcomes).toEqual(['stop', 'approve'])
  expect(run.waitingAt()).toEqual(['next'])
})

describe('returns and jumps', () => {
  it('returns out of the called process, to the initiator too', () => {
    const run = calling()
    run.return('examine', 'apply')
    expect(run.tasks()).toEqual(['apply applicant'])
    run.complete('apply')
    run.return('examine', 'initiator')
    expect(run.tasks()).toEqual(['start applicant'])
  })

  it('returns inside, the nearest element of a name', () => {
    const run = calling()
    run.complete('examine')
    run.return('next', 'examine')
    expect(run.tasks()).toEqual(['examine office'])
  })

  it('returns into it from what follows: it goes on with the variables that it had', () => {
    const run = calling()
    run.complete('examine', 'approve', { variables: { name: 'ZZ' } })
    run.complete('next')
    expect(run.variables.remark).toBe('seen by ZZ')
    run.return('next', 'examine')
    expect(run.tasks()).toEqual(['examine office'])
    expect(run.state.subscriptions).toHaveLength(1)
    run.complete('examine')
    run.complete('next')
    expect(run.variables.remark).toBe('seen by ZZ')
    expect(run.tasks()).toEqual(['next u9'])
  })

  it('takes the last decision inside back after the call has ended', () => {
    const run = calling()
    run.complete('examine')
    run.complete('next')
    run.withdraw('next', 'u2')
    expect(run.tasks()).toEqual(['next u2'])
  })

  it('jumps inside, and out', () => {
    const run = calling()
    run.send({ type: 'jump', by: 'administrator', from: 'examine', to: 'beside' })
    expect(run.tasks()).toEqual(['beside u3'])
    run.send({ type: 'jump', by: 'administrator', from: 'beside', to: 'repair' })
    expect(run.tasks()).toEqual(['repair u8'])
  })

  it('is not jumped into from outside', () => {
    const run = calling('whole')
    run.complete('examine', 'stop')
    refused('RETURN_TARGET_INVALID', () =>
      run.send({ type: 'jump', by: 'administrator', from: 'next', to: 'called/beside' }),
    )
  })
})

it('is refused when it is not linked, and when what it calls is not there', () => {
  expect(refused('PROCESS_MISSING', () => link(caller, { processes: [called] }))).toMatchObject({
    elementId: 'recursive',
    process: 'countdown',
  })
  const run = start(caller, { variables: { ...VARIABLES, kind: 'whole' } })
  expect(refused('PROCESS_MISSING', () => run.complete('apply'))).toMatchObject({ elementId: 'whole' })
})
