import { expect, it } from 'vitest'
import { advance } from '../../src/index.ts'
import { draw, parallel, service, user } from '../draw.ts'
import { refused, start } from '../start.ts'

const definition = await draw('start -> a -> work -> b -> end', { a: user('u1'), work: service(), b: user('u2') })

function requested() {
  const run = start(definition)
  const events = run.complete('a')
  return { run, events, serviceId: run.service('work') }
}

it('asks for the work by an event, and waits until the host says that it is done', () => {
  const { run, events, serviceId } = requested()
  expect(events).toContainEqual(expect.objectContaining({ type: 'ServiceRequested', serviceId, service: 'work' }))
  expect(run.tasks()).toEqual([])
  run.serve('work')
  expect(run.tasks()).toEqual(['b u2'])
})

it('the same command from the same state asks for the same: what was not stored is asked for again, and nothing twice', () => {
  const run = start(definition)
  const approve = { type: 'complete', taskId: run.task('a'), by: 'u1', decision: 'approve' } as const
  const context = () => ({ ...run.context, newId: () => 'same' })
  expect(advance(definition, run.state, approve, context())).toEqual(advance(definition, run.state, approve, context()))
})

it('work that is reported done twice is done once', () => {
  const { run, serviceId } = requested()
  run.serve('work')
  refused('SERVICE_NOT_FOUND', () => run.send({ type: 'completeService', serviceId }))
  expect(run.tasks()).toEqual(['b u2'])
})

it('work that failed for good stands as an incident until it is tried again', () => {
  const { run, serviceId } = requested()
  run.fail('work', { message: 'no paper' })
  expect(run.state.services).toMatchObject([{ id: serviceId, incident: 'no paper' }])
  const events = run.send({ type: 'retry', serviceId })
  expect(events).toMatchObject([{ type: 'ServiceRequested', serviceId }])
  run.serve('work')
  expect(run.tasks()).toEqual(['b u2'])
})

it('work that a return has undone is no longer wanted', async () => {
  const beside = await draw(
    `start -> a -> split -> work -> join -> end
     split -> b -> join`,
    { a: user('u1'), split: parallel, work: service(), b: user('u2'), join: parallel },
  )
  const run = start(beside)
  run.complete('a')
  const serviceId = run.service('work')
  expect(run.return('b', 'a')).toContainEqual({ type: 'ServiceCancelled', serviceId, elementId: 'work' })
  refused('SERVICE_NOT_FOUND', () => run.send({ type: 'completeService', serviceId }))
})
