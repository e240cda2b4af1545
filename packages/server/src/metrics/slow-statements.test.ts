import { expect, it, onTestFinished } from 'vitest'
import { APPLICATION, TALENT_APP } from '../../test/talent-office.ts'
import { createLog } from '../log.ts'
import { createTestApp } from '../testing/create-test-app.ts'
import { createMetrics } from './metrics.ts'
import { createSlowStatements, shapeOf } from './slow-statements.ts'

const TOKEN = 'the-token-of-the-monitoring'

it('logs the shape of slow statements without their values, and counts them', async () => {
  const lines: string[] = []
  const log = createLog('warn', { write: (line: string) => void lines.push(line) })
  // So short that every statement is slow.
  const app = await createTestApp({ appFolder: TALENT_APP, log, slowStatementMs: 0.000_001, metrics: { token: TOKEN } })
  onTestFinished(() => app.close())
  await app.as('firm-1-clerk').post('/matters/talent/cases', { values: APPLICATION })
  const told = lines.map((line) => JSON.parse(line)).filter(({ msg }) => msg === 'slow statement')
  expect(told.find(({ statement }) => statement.startsWith('INSERT INTO case_instance'))).toMatchObject({
    statement: expect.stringMatching(/ VALUES \(…\)$/),
    ms: expect.any(Number),
  })
  expect(told.some(({ statement }) => statement.startsWith('UPDATE number_counter SET last_value'))).toBe(true)
  expect(lines.join('')).not.toContain('firm-1-clerk')
  const answer = await fetch(`${app.server.url}metrics`, { headers: { authorization: `Bearer ${TOKEN}` } })
  const counted = /zhupi_database_slow_statements_total (\d+)/.exec(await answer.text())?.[1]
  expect(Number(counted)).toBeGreaterThan(told.length - 1)
})

it('logs nothing where every statement is fast enough, or none is watched', async () => {
  for (const slowStatementMs of [3_600_000, 0]) {
    const lines: string[] = []
    const log = createLog('warn', { write: (line: string) => void lines.push(line) })
    const app = await createTestApp({ appFolder: TALENT_APP, log, slowStatementMs })
    onTestFinished(() => app.close())
    await app.as('firm-1-clerk').get('/tasks')
    expect(lines.join('')).not.toContain('slow statement')
  }
})

it('tells of the same statement once in ten seconds, however many values it has', () => {
  const lines: string[] = []
  const log = createLog('warn', { write: (line: string) => void lines.push(line) })
  const onSlow = createSlowStatements(log, createMetrics())
  onSlow('UPDATE task SET undone = 1 WHERE id IN (?)', 700)
  onSlow('UPDATE task SET undone = 1 WHERE id IN (?, ?, ?)', 800.4)
  onSlow('SELECT 1', 900)
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    { statement: 'UPDATE task SET undone = 1 WHERE id IN (…)', ms: 700 },
    { statement: 'SELECT 1', ms: 900 },
  ])
})

it('gives statements of one kind one shape', () => {
  expect(shapeOf('INSERT INTO a (b, c) VALUES (?,?),(?,?)')).toBe(shapeOf('INSERT INTO a (b, c) VALUES (?, ?)'))
  expect(shapeOf('SELECT *\n   FROM a WHERE b IN ($1, $2)')).toBe('SELECT * FROM a WHERE b IN (…)')
  expect(shapeOf('x'.repeat(5000))).toHaveLength(1000)
})
