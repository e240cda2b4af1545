import { expect, it } from 'vitest'
import { draw, user } from '../draw.ts'
import { start } from '../start.ts'

const drawn = (onReject: string) =>
  draw('start -> a -> b -> end', {
    a: user(['u1', 'u2', 'u3'], { round: 'any', policies: `onReject="${onReject}"` }),
    b: user('u4'),
  })

it('one reject decides', async () => {
  const run = start(await drawn('end'))
  run.complete('a', 'reject', { by: 'u2' })
  expect(run.status).toBe('rejected')
})

it('all must reject, where the step says so', async () => {
  const run = start(await drawn('all'))
  run.complete('a', 'reject', { by: 'u2' })
  run.complete('a', 'reject', { by: 'u1' })
  expect(run.tasks()).toEqual(['a u3'])
  run.complete('a', 'reject', { by: 'u3' })
  expect(run.status).toBe('rejected')
})

it('one approval decides after a reject, where all must reject', async () => {
  const run = start(await drawn('all'))
  run.complete('a', 'reject', { by: 'u2' })
  const events = run.complete('a', 'approve', { by: 'u3' })
  expect(events.filter(({ type }) => type === 'TaskCancelled')).toMatchObject([{ elementId: 'a', reason: 'decided' }])
  expect(run.tasks()).toEqual(['b u4'])
})
