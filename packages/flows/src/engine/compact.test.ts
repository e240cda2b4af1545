import { expect, it } from 'vitest'
import { after, boundary, draw, every, node, parallel, service, sub, user } from '../../test/draw.ts'
import { start, type TestRun } from '../../test/start.ts'

const a = user('u1', { policies: 'onReject="continue"' })
const [b, c] = [user('u2', { policies: 'onReject="continue"' }), user('u3')]

/** The stored size after 10 rounds, and the largest of a thousand. */
function sizes(run: TestRun, round: () => void): { ten: number; largest: number } {
  const all = Array.from({ length: 1000 }, () => {
    round()
    return JSON.stringify(run.state).length
  })
  return { ten: all[9] ?? 0, largest: Math.max(...all) }
}

/** Numbers and ids get longer; nothing else may. */
function expectFlat({ ten, largest }: { ten: number; largest: number }) {
  expect(largest).toBeLessThan(ten * 1.2)
}

it('a loop by a gateway', async () => {
  const run = start(
    await draw('start -> a -> b -> gate -[decisions.b = "approve"]-> c -> end\ngate -[else]-> a', { a, b, c }),
  )
  expectFlat(
    sizes(run, () => {
      run.complete('a')
      run.complete('b', 'reject')
    }),
  )
})

it('a loop with branches, a service that is done once, and a deadline', async () => {
  const run = start(
    await draw(
      'start -> meet -> split -> a -> join -> gate -[decisions.b = "approve"]-> c -> end\nsplit -> b -> work -> join\ngate -[else]-> meet\nlate -> c',
      {
        ...{ a, b, c },
        split: parallel,
        join: parallel,
        work: service('once="true"'),
        late: boundary('a', after('P1D')),
      },
    ),
  )
  expectFlat(
    sizes(run, () => {
      run.complete('a')
      run.complete('b', 'reject')
      if (run.state.services.length > 0) run.serve('work')
    }),
  )
})

it.each(['replay', 'straight'] as const)('returns again and again: %s', async (way) => {
  const run = start(await draw('start -> a -> b -> c -> end', { a, b, c }))
  run.complete('a')
  run.complete('b')
  expectFlat(
    sizes(run, () => {
      run.return('c', 'a', { after: way })
      run.complete('a')
      if (way === 'replay') run.complete('b')
    }),
  )
})

it('a straight return that is returned further each time, and never taken up', async () => {
  const run = start(await draw('start -> a -> b -> c -> end', { a, b, c }))
  run.complete('a')
  run.complete('b')
  expectFlat(
    sizes(run, () => {
      run.return('c', 'b', { after: 'straight' })
      run.return('b', 'a', { after: 'straight' })
      run.complete('a')
      run.complete('b')
    }),
  )
})

it('a cycle of a timer', async () => {
  const run = start(
    await draw('start -> a -> end\nremind -> note -> end2', {
      a,
      remind: boundary('a', every('R/P1D'), { interrupting: false }),
      note: node('task'),
    }),
  )
  expectFlat(sizes(run, () => run.fire('remind')))
})

it('withdrawals, and a case that its initiator takes back', async () => {
  const run = start(await draw('start -> a -> b -> end', { a, b }))
  expectFlat(
    sizes(run, () => {
      run.complete('a')
      run.withdraw('a', 'u1')
      run.send({ type: 'withdraw', by: 'applicant' })
      run.complete('start', 'submit')
    }),
  )
})

it('a loop over a sub-process with branches', async () => {
  const inside = { b, a, split: parallel, join: parallel }
  const run = start(
    await draw('start -> meet -> s -> gate -[decisions.b = "approve"]-> c -> end\ngate -[else]-> meet', {
      s: sub('start2 -> split -> a -> join -> end2\nsplit -> b -> join', inside),
      c,
    }),
  )
  expectFlat(
    sizes(run, () => {
      run.complete('a')
      run.complete('b', 'reject')
    }),
  )
})
