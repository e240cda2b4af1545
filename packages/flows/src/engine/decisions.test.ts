import { expect, it } from 'vitest'
import { draw, node, parallel, user } from '../../test/draw.ts'
import { start } from '../../test/start.ts'

/** Asks somebody by whose name one sees which decision of this step stands there when it opens. */
const telling = node(
  'userTask',
  '<extensionElements><zhupi:people from="feel" value="{{ if decisions.review = null then &quot;nobody&quot; else decisions.review }}" /><zhupi:policies onReject="continue" /></extensionElements>',
)
const next = user('u1')

it('is that of the other round of the element, where two tokens have come by it', async () => {
  const run = start(
    await draw('start -> fork -> review -> next -> end\nfork -> other -> review', {
      ...{ fork: parallel, review: telling, next },
      other: user('u2'),
    }),
  )
  run.complete('review', 'reject')
  run.complete('other')
  run.complete('review', 'approve', { by: 'reject' })
  expect(run.variables.decisions).toMatchObject({ review: 'approve' })
  const last = run.tasks().filter((task) => task.startsWith('next'))
  expect(last).toHaveLength(2)
  run.withdraw('review', 'reject')
  expect(run.variables.decisions).toMatchObject({ review: 'reject' })
})

it('is of an instance alone: an undo in one does not take over what was decided in another', async () => {
  const each = node(
    'subProcess',
    `<multiInstanceLoopCharacteristics><loopCardinality>2</loopCardinality></multiInstanceLoopCharacteristics>
      <startEvent id="in" />${telling('review')}${next('next')}
      <sequenceFlow id="in-review" sourceRef="in" targetRef="review" /><sequenceFlow id="review-next" sourceRef="review" targetRef="next" />`,
  )
  const run = start(await draw('start -> each -> end', { each }))
  for (const decision of ['reject', 'approve']) run.complete('review', decision)
  expect(run.tasks()).toEqual(['next u1', 'next u1'])
  run.return('next', 'review')
  expect(run.tasks().toSorted()).toEqual(['next u1', 'review nobody'])
})
