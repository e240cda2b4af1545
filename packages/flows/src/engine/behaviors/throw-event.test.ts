import { expect, it } from 'vitest'
import { draw, node, user } from '../../../test/draw.ts'
import { start } from '../../../test/start.ts'

it('is passed at once, and leaves a trace', async () => {
  const run = start(
    await draw('start -> milestone -> a -> end', { milestone: node('intermediateThrowEvent'), a: user('u1') }),
  )
  expect(run.tasks()).toEqual(['a u1'])
  expect(run.events.filter((event) => 'elementId' in event && event.elementId === 'milestone')).toMatchObject([
    { type: 'ElementEntered' },
    { type: 'ElementLeft' },
  ])
})
