import { expect, it } from 'vitest'
import { createLog } from './log.ts'

function logged(write: (log: ReturnType<typeof createLog>) => void): string {
  const lines: string[] = []
  write(createLog('info', { write: (line: string) => void lines.push(line) }))
  return lines.join('')
}

it('writes no resident number, telephone or ticket, wherever it stands', () => {
  const text = logged((log) => {
    log.warn({ err: new Error('Key (姓名, 身份证号)=(XX, 11010519491231002X) exists') }, 'call 13800001234')
    log.info({ deep: { authorization: 'Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhIn0.c2lnbmF0dXJl' } }, 'asked')
  })
  expect(text).toContain('110105********002X')
  expect(text).toContain('138****1234')
  expect(text).toContain('Bearer [token]')
  expect(text).not.toMatch(/19491231|13800001234|c2lnbmF0dXJl/)
})

it('writes no statement with its values', () => {
  const err = Object.assign(new Error('duplicate'), {
    sql: "INSERT INTO a VALUES ('某人')",
    detail: 'Key (name)=(某人)',
  })
  const text = logged((log) => log.error({ err }, 'failed'))
  expect(text).not.toContain('某人')
  expect(text).toContain('duplicate')
})

it('keeps what is not personal: times, ids, counts', () => {
  const id = '019a8f6e-1c2d-7e3f-8a4b-138000012345'
  const line = JSON.parse(logged((log) => log.info({ requestId: id, ms: 12.5 }, 'request')))
  expect(line).toMatchObject({ requestId: id, ms: 12.5, msg: 'request' })
  expect(Math.abs(line.time - Date.now())).toBeLessThan(60_000)
})
