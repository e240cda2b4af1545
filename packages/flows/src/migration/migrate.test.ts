import { expect, it } from 'vitest'
import {
  after,
  boundary,
  caught,
  draw,
  every,
  inclusive,
  message,
  node,
  parallel,
  service,
  signal,
  sub,
  user,
} from '../../test/draw.ts'
import { refused, start, type TestRun } from '../../test/start.ts'
import { diff, type ProcessDefinition, preflight, replay } from '../index.ts'

const [a, b, c, d] = [user('u1'), user('u2'), user('u3'), user('u4')]
const line = await draw('start -> a -> b -> c -> end', { a, b, c })
const branches = await draw('start -> a -> split -> b -> join -> d -> end\nsplit -> c -> join', {
  ...{ a, b, c, d },
  split: parallel,
  join: parallel,
})

/** Moves, and checks that the events lead to the same state. */
function move(run: TestRun, to: ProcessDefinition, options: Parameters<TestRun['migrate']>[1] = {}) {
  expect(preflight(run.definition, to, options.mapping ?? {}, run.state)).toMatchObject({ verdict: 'moves' })
  const events = run.migrate(to, options)
  expect(replay(run.events)).toEqual(run.state)
  return events
}

function completeAll(run: TestRun, ...elements: string[]) {
  for (const element of elements) run.complete(element)
}

it('to the same version changes nothing', () => {
  const run = start(branches, { variables: { note: 1 } })
  completeAll(run, 'a', 'b')
  const before = run.state
  const events = move(run, branches)
  expect(events.map(({ type }) => type)).toEqual(['ProcessMigrated'])
  expect(run.state).toEqual(before)
})

it('goes on at a step that was inserted', async () => {
  const run = start(line)
  run.complete('a')
  move(run, await draw('start -> a -> b -> x -> c -> end', { a, b, c, x: user('u9') }))
  completeAll(run, 'b', 'x', 'c')
  expect(run.status).toBe('completed')
})

it('carries steps, decisions, visits and what may be returned to under other names', async () => {
  const run = start(line)
  completeAll(run, 'a', 'b')
  run.return('c', 'b')
  const mapping = { start: 'begin', a: 'x', b: 'y', c: 'z' }
  move(run, await draw('begin -> x -> y -> z -> end', { begin: node('startEvent'), x: a, y: b, z: c }), { mapping })
  expect(run.tasks()).toEqual(['y u2'])
  expect(run.variables.decisions).toEqual({ x: 'approve' })
  run.complete('y')
  run.return('z', 'x')
  expect(run.tasks()).toEqual(['x u1'])
  expect(run.events.findLast(({ type }) => type === 'TaskOpened')).toMatchObject({ elementId: 'x', round: 2 })
})

it('asks where the step that stands open goes when it is gone', async () => {
  const run = start(line)
  run.complete('a')
  const to = await draw('start -> a -> c -> end', { a, c })
  expect(preflight(line, to, {}, run.state)).toMatchObject({
    verdict: 'needs-decision',
    decisions: [{ id: 'b', what: 'element', candidates: ['a', 'c'] }],
  })
  expect(refused('MIGRATION_REFUSED', () => run.migrate(to))).toMatchObject({ verdict: 'needs-decision' })
  move(run, to, { mapping: { b: 'c' }, choices: { reopen: ['c'] } })
  expect(run.tasks()).toEqual(['c u3'])
})

it('keeps who was asked, and what they decided, when the people of the step change', async () => {
  const before = await draw('start -> a -> end', { a: user(['u1', 'u2', 'u3'], { round: 'all' }) })
  const to = await draw('start -> a -> end', { a: user(['u1', 'u9'], { round: 'all' }) })
  const run = start(before)
  run.complete('a', 'approve', { by: 'u1' })
  expect(preflight(before, to, {}, run.state)).toMatchObject({ notes: [{ kind: 'people-changed', id: 'a' }] })
  move(run, to)
  expect(run.tasks()).toEqual(['a u2', 'a u3'])
})

it('asks anew where the choice says so', async () => {
  const before = await draw('start -> a -> end', { a: user(['u1', 'u2', 'u3'], { round: 'all' }) })
  const run = start(before)
  run.complete('a', 'approve', { by: 'u1' })
  const to = await draw('start -> a -> end', { a: user(['u1', 'u9'], { round: 'all' }) })
  const events = move(run, to, { choices: { reopen: ['a'] } })
  expect(run.tasks()).toEqual(['a u1', 'a u9'])
  expect(events.filter(({ type }) => type === 'TaskCancelled' || type === 'TaskUndone')).toHaveLength(3)
})

it('closes a round that is decided by the new rule', async () => {
  const before = await draw('start -> a -> b -> end', { a: user(['u1', 'u2', 'u3'], { round: 'all' }), b })
  const run = start(before)
  run.complete('a', 'approve', { by: 'u1' })
  move(run, await draw('start -> a -> b -> end', { a: user(['u1', 'u2', 'u3'], { round: 'any' }), b }))
  expect(run.tasks()).toEqual(['b u2'])
})

it('opens a round anew when one of many becomes all of them', async () => {
  const run = start(await draw('start -> a -> end', { a: user(['u1', 'u2']) }))
  move(run, await draw('start -> a -> end', { a: user(['u1', 'u2'], { round: 'all' }) }))
  expect(run.tasks()).toEqual(['a u1', 'a u2'])
})

it('keeps timers, cancels those that are gone, sets new ones, and sets again what the choice names', async () => {
  const drawn = (timers: Record<string, string>) =>
    draw(['start -> a -> end', ...Object.keys(timers).map((id) => `${id} -> end`)].join('\n'), {
      a,
      ...Object.fromEntries(Object.entries(timers).map(([id, time]) => [id, boundary('a', after(time))])),
    })
  const run = start(await drawn({ one: 'P1D', two: 'P2D', three: 'P3D' }))
  run.now = '2026-02-01T00:00:00.000Z'
  move(run, await drawn({ one: 'P7D', two: 'P2D', four: 'P4D' }), { choices: { rearm: ['two'] } })
  expect(run.state.timers.map(({ element, at }) => `${element} ${at.slice(0, 10)}`).sort()).toEqual([
    'four 2026-02-05',
    'one 2026-01-02',
    'two 2026-02-03',
  ])
})

it('does not fire again what has fired, nor set again what was not named', async () => {
  const drawn = (name: string) =>
    draw('start -> a -> end\nlate -> x -> end2', {
      a: user('u1', { name }),
      late: boundary('a', after('P1D'), { interrupting: false }),
      x: user('u9'),
    })
  const run = start(await drawn('old'))
  run.fire('late')
  move(run, await drawn('new'))
  expect(run.state.timers).toEqual([])
  expect(run.tasks()).toEqual(['a u1', 'x u9'])
})

it('carries a deadline, begins a new one, and drops one that is gone', async () => {
  const drawn = (one?: string, other?: string) =>
    draw('start -> split -> a -> join -> end\nsplit -> b -> join', {
      ...{ split: parallel, join: parallel },
      a: user('u1', { due: one }),
      b: user('u2', { due: other }),
    })
  const due = 'after="P1D" overdue="approve"'
  const run = start(await drawn(due))
  run.now = '2026-02-01T00:00:00.000Z'
  move(run, await drawn(due, due))
  expect(run.state.timers.map(({ element, at }) => `${element} ${at.slice(0, 10)}`)).toEqual([
    'a 2026-01-02',
    'b 2026-02-02',
  ])
  move(run, await drawn(undefined, due))
  expect(run.state.timers.map(({ element }) => element)).toEqual(['b'])
})

it('carries services and subscriptions, and subscribes to what is waited for instead', async () => {
  const drawn = (name: 'm' | 'n') =>
    draw('start -> split -> work -> join -> end\nsplit -> wait -> join\nsplit -> hear -> join', {
      ...{ split: parallel, join: parallel, work: service() },
      wait: caught(message(name)),
      hear: caught(signal),
    })
  const run = start(await drawn('m'))
  const serviceId = run.service('work')
  move(run, await drawn('n'))
  expect(run.service('work')).toBe(serviceId)
  refused('MESSAGE_NOT_EXPECTED', () => run.deliver('m'))
  run.deliver('n')
  run.send({ type: 'broadcastSignal', name: 's' })
  run.serve('work')
  expect(run.status).toBe('completed')
})

it('carries a gateway that waits for events, with the events that it has now', async () => {
  const drawn = (lines: string, events: Parameters<typeof draw>[1]) =>
    draw(lines, { gate: node('eventBasedGateway'), told: caught(message('m')), ...events })
  const run = start(await drawn('start -> gate -> told -> end\ngate -> late -> end', { late: caught(after('P1D')) }))
  move(run, await drawn('start -> gate -> told -> end\ngate -> called -> end', { called: caught(signal) }))
  expect(run.state.timers).toEqual([])
  expect(run.state.subscriptions.map(({ kind }) => kind)).toEqual(['message', 'signal'])
  run.send({ type: 'broadcastSignal', name: 's' })
  expect(run.status).toBe('completed')
})

it('arms an event sub-process that is new', async () => {
  const to = await draw('start -> a -> b -> c -> end', {
    ...{ a, b, c },
    stop: sub(
      'start2 -> x -> end2',
      { start2: node('startEvent', message('m')), x: user('u9') },
      'triggeredByEvent="true"',
    ),
  })
  const run = start(line)
  move(run, to)
  run.deliver('m')
  expect(run.tasks()).toEqual(['x u9'])
})

it('keeps a cycle going', async () => {
  const drawn = (name: string) =>
    draw('start -> a -> end\nremind -> x -> end2', {
      a: user('u1', { name }),
      remind: boundary('a', every('R/P1D'), { interrupting: false }),
      x: node('task'),
    })
  const run = start(await drawn('old'))
  run.fire('remind')
  move(run, await drawn('new'))
  run.fire('remind')
  expect(run.state.timers.map(({ at }) => at)).toEqual(['2026-01-04T00:00:00.000Z'])
})

it('forgets what cannot be returned to any more, and says so', async () => {
  const run = start(line)
  completeAll(run, 'a', 'b')
  const to = await draw('start -> a -> c -> end', { a, c })
  expect(preflight(line, to, {}, run.state)).toMatchObject({ notes: [{ kind: 'no-return', id: 'b' }] })
  move(run, to)
  refused('RETURN_TARGET_INVALID', () => run.return('c', 'b'))
  run.return('c', 'a')
  completeAll(run, 'a', 'c')
  expect(run.status).toBe('completed')
})

it('restores an arrival from behind a join whose flow has another name', async () => {
  const run = start(branches)
  completeAll(run, 'a', 'b', 'c')
  const to = await draw('start -> a -> split -> b -> x -> join -> d -> end\nsplit -> c -> join', {
    ...{ a, b, c, d, x: user('u9') },
    split: parallel,
    join: parallel,
  })
  move(run, to, { mapping: { 'b-join': 'x-join' } })
  run.return('d', 'c')
  expect(run.state.arrivals.map(({ flow }) => flow)).toEqual(['x-join'])
  run.complete('c')
  run.complete('d')
  expect(run.status).toBe('completed')
})

it('cannot be returned into a branch of a join that is gone, but to before its split', async () => {
  const run = start(branches)
  completeAll(run, 'a', 'b', 'c')
  move(run, await draw('start -> a -> b -> d -> end', { a, b, d }))
  refused('RETURN_TARGET_INVALID', () => run.return('d', 'b'))
  run.return('d', 'a')
  completeAll(run, 'a', 'b', 'd')
  expect(run.status).toBe('completed')
})

it('cannot be returned to where a new branch would be waited for in vain', async () => {
  const run = start(line)
  completeAll(run, 'a', 'b')
  const to = await draw('start -> a -> split -> b -> join -> c -> end\nsplit -> x -> join', {
    ...{ a, b, c, x: user('u9') },
    split: parallel,
    join: parallel,
  })
  move(run, to)
  refused('RETURN_TARGET_INVALID', () => run.return('c', 'b'))
  run.return('c', 'a')
  run.complete('a')
  expect(run.tasks()).toEqual(['b u2', 'x u9'])
})

it('refuses a join that would wait for a branch that the case has not', async () => {
  const run = start(line)
  run.complete('a')
  const to = await draw('start -> a -> split -> b -> join -> c -> end\nsplit -> x -> join', {
    ...{ a, b, c, x: user('u9') },
    split: parallel,
    join: parallel,
  })
  expect(preflight(line, to, {}, run.state)).toMatchObject({
    verdict: 'cannot',
    problems: [{ reason: 'join-starves', id: 'join' }],
  })
  refused('MIGRATION_REFUSED', () => run.migrate(to))
})

it('sees that an inclusive join in a loop does not wait for a branch that may come round to it', async () => {
  const drawnWith = (beside: string) =>
    draw(
      `start -> meet -> split -[1 = 1]-> a -> join -> fork -> b -> both -> gate -[decisions.b = "reject"]-> meet
       split -[2 = 2]-> c -> join\nfork -> ${beside} -> both\ngate -[else]-> end`,
      { a, b, c, [beside]: user('u9'), split: inclusive, join: inclusive, fork: parallel, both: parallel },
    )
  const [from, to] = [await drawnWith('x'), await drawnWith('y')]
  const run = start(from)
  run.complete('a')
  run.complete('c')
  expect(preflight(from, to, { x: 'y' }, run.state).verdict).toBe('moves')
  // The token in `a` would pass the join alone and come to `b` a second time.
  expect(preflight(from, to, { x: 'a' }, run.state)).toMatchObject({
    verdict: 'cannot',
    problems: [{ reason: 'token-doubled' }],
  })
})

it('sees that branches which meet further on in a loop do not wait for one that was left before an earlier join', async () => {
  const drawnWith = (beside: string) =>
    draw(
      `start -> meet -> split -> a -> join -> c -> fork -> b -> both -> gate -[decisions.b = "reject"]-> meet
       split -> ${beside} -> join\nfork -> d -> both\ngate -[else]-> end`,
      { a, b, c, d, [beside]: user('u9'), split: parallel, join: parallel, fork: parallel, both: parallel },
    )
  const [from, to] = [await drawnWith('x'), await drawnWith('y')]
  const run = start(from)
  expect(run.waitingAt()).toEqual(['a', 'x'])
  expect(preflight(from, to, { x: 'y' }, run.state).verdict).toBe('moves')
  // The token in `c` would come to the end without the one in `a`, for which nobody would bring the other branch.
  expect(preflight(from, to, { x: 'c' }, run.state)).toMatchObject({
    verdict: 'cannot',
    problems: [{ reason: 'token-doubled' }],
  })
})

it('refuses branches that would no longer be joined', async () => {
  const run = start(branches)
  run.complete('a')
  const lines = 'start -> a -> split -> b -> join -> d -> end\nsplit -> c -> join'
  const to = await draw(lines, { a, b, c, d, split: parallel })
  expect(preflight(branches, to, {}, run.state)).toMatchObject({
    verdict: 'cannot',
    problems: [{ reason: 'token-doubled' }],
  })
  const inLine = await draw('start -> a -> b -> c -> d -> end', { a, b, c, d })
  expect(preflight(branches, inLine, {}, run.state)).toMatchObject({
    verdict: 'cannot',
    problems: [{ reason: 'token-doubled' }],
  })
})

it('gives up a branch that is gone where the mapping says so, and the join waits no more', async () => {
  const to = await draw('start -> a -> split -> b -> join -> d -> end', { a, b, d, split: parallel, join: parallel })
  const run = start(branches)
  completeAll(run, 'a', 'b')
  expect(preflight(branches, to, {}, run.state)).toMatchObject({
    decisions: [{ id: 'c', candidates: ['a', 'b', 'd', null] }],
  })
  const events = move(run, to, { mapping: { c: null } })
  expect(events).toContainEqual(expect.objectContaining({ type: 'TaskCancelled', elementId: 'c', reason: 'migrated' }))
  expect(run.tasks()).toEqual(['d u4'])
})

it('asks for the place of an arrival, and gives it up where the mapping says so', async () => {
  const to = await draw('start -> a -> c -> d -> end', { a, c, d })
  const run = start(branches)
  completeAll(run, 'a', 'b')
  expect(preflight(branches, to, {}, run.state)).toMatchObject({
    decisions: [{ id: 'b-join', what: 'sequenceFlow', candidates: [null] }],
  })
  move(run, to, { mapping: { 'b-join': null } })
  completeAll(run, 'c', 'd')
  expect(run.status).toBe('completed')
})

it('does not give up the last token', async () => {
  const run = start(line)
  const to = await draw('start -> b -> c -> end', { b, c })
  expect(preflight(line, to, { a: null }, run.state)).toMatchObject({
    verdict: 'cannot',
    problems: [{ reason: 'no-place', id: 'a' }],
  })
})

it('refuses a sub-process that is open and gone, another process, a pair that is none, and a case that has ended', async () => {
  const nested = await draw('start -> s -> end', { s: sub('start2 -> a -> end2', { a }) })
  const flat = await draw('start -> a -> end', { a })
  const run = start(nested)
  expect(preflight(nested, flat, {}, run.state)).toMatchObject({
    verdict: 'cannot',
    problems: [{ reason: 'scope-gone', id: 's' }],
  })
  expect(preflight({ ...nested, id: 'q' }, nested, {}, run.state)).toMatchObject({
    problems: [{ reason: 'other-process' }],
  })
  for (const mapping of [{ a: 'nowhere' }, { nowhere: 'a' }, { 'start-s': 'a' }, JSON.parse('{"__proto__":"a"}')]) {
    expect(preflight(nested, nested, mapping, run.state)).toMatchObject({ problems: [{ reason: 'mapping-invalid' }] })
  }
  run.complete('a')
  expect(preflight(nested, nested, {}, run.state)).toMatchObject({ verdict: 'cannot', problems: [{ reason: 'ended' }] })
})

it('keeps the way straight back where the flow stays as it was, and closes it where it does not', async () => {
  const returned = () => {
    const run = start(line)
    completeAll(run, 'a', 'b')
    run.return('c', 'a', { after: 'straight' })
    return run
  }
  const kept = returned()
  const renamed = await draw('start -> x -> b -> y -> end', { x: a, b, y: c })
  move(kept, renamed, { mapping: { a: 'x', c: 'y' } })
  kept.complete('x')
  expect(kept.tasks()).toEqual(['y u3'])

  const closed = returned()
  const events = move(closed, await draw('start -> a -> c -> end', { a, c }))
  expect(events.map(({ type }) => type)).toContain('LineageDropped')
  completeAll(closed, 'a', 'c')
  expect(closed.status).toBe('completed')
})

it('moves a suspended case, which goes on when it is resumed', async () => {
  const run = start(branches)
  completeAll(run, 'a', 'b')
  run.send({ type: 'suspend', by: 'administrator' })
  move(run, await draw('start -> a -> split -> b -> join -> d -> end', { a, b, d, split: parallel, join: parallel }), {
    mapping: { c: null },
  })
  expect(run.status).toBe('suspended')
  run.send({ type: 'resume', by: 'administrator' })
  expect(run.tasks()).toEqual(['d u4'])
})

it('moves a case whose initiator fills in again', async () => {
  const run = start(line)
  run.return('a', 'initiator')
  move(run, await draw('begin -> a -> end', { begin: node('startEvent'), a }), { mapping: { start: 'begin' } })
  expect(run.tasks()).toEqual(['begin applicant'])
  run.complete('begin', 'submit')
  expect(run.tasks()).toEqual(['a u1'])
})

it('passes a step that is gone along the flow that the mapping names, and what it came from stays what led there', async () => {
  const run = start(branches)
  completeAll(run, 'a', 'c')
  const to = await draw('start -> a -> split -> join -> d -> end\nsplit -> c -> join', {
    ...{ a, c, d },
    split: parallel,
    join: parallel,
  })
  const { mapping } = diff(branches, to)
  expect(preflight(branches, to, mapping, run.state)).toMatchObject({
    verdict: 'needs-decision',
    decisions: [{ id: 'b', candidates: ['a', 'c', 'd', null] }],
  })
  const events = move(run, to, { mapping: { ...mapping, b: 'split-join' } })
  expect(events).toContainEqual({ type: 'SequenceFlowTaken', sequenceFlowId: 'split-join' })
  expect(run.tasks()).toEqual(['d u4'])
  run.return('d', 'c')
  run.complete('c')
  expect(run.tasks()).toEqual(['d u4'])
})

it('passes a step that is gone together with the one before it', async () => {
  const run = start(line)
  run.complete('a')
  const to = await draw('start -> c -> end', { c })
  move(run, to, { mapping: { b: 'start-c' } })
  expect(run.tasks()).toEqual(['c u3'])
  run.return('c', 'initiator')
  run.complete('start', 'submit')
  expect(run.tasks()).toEqual(['c u3'])
})

it('does not count on a deadline that has passed already to bring the branch that a new join waits for', async () => {
  const late = boundary('a', after('PT1H'), { interrupting: false })
  const elements = { a, late, b, c }
  const run = start(await draw('start -> a -> end\nlate -> b -> end2', elements))
  run.fire('late')
  const to = await draw('start -> a -> end\nlate -> split -> b -> join -> end2\nsplit -> c -> join', {
    ...elements,
    split: parallel,
    join: parallel,
  })
  expect(preflight(run.definition, to, {}, run.state)).toMatchObject({
    verdict: 'cannot',
    problems: [{ reason: 'join-starves', id: 'join' }],
  })
})

it('looks at all that comes straight back one after the other, and closes the way where a branch would be missed', async () => {
  const run = start(await draw('start -> a -> b -> end', { a, b }))
  run.complete('a')
  run.return('b', 'a', { after: 'straight' })
  run.return('a', 'start', { after: 'straight' })
  move(
    run,
    await draw('start -> a -> fork -> b -> meet -> end\nfork -> c -> meet', {
      ...{ a, b, c },
      fork: parallel,
      meet: parallel,
    }),
  )
  completeAll(run, 'start', 'a')
  expect(run.waitingAt()).toEqual(['b', 'c'])
})
