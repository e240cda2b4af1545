import { connect } from 'node:net'
import { expect, it } from 'vitest'
import { createShell } from '../../test/shell.ts'
import { temporaryServer } from '../../test/temporary-server.ts'

/** Sends bytes as they are and reads until the server hangs up. */
function send(url: string, bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1', () => socket.write(bytes))
    let answer = ''
    socket.on('data', (data) => {
      answer += data.toString()
    })
    socket.on('error', reject)
    socket.on('close', () => resolve(answer))
  })
}

it.each([
  [
    'a header that is too large',
    `GET /healthz HTTP/1.1\r\nHost: a\r\nX-Big: ${'x'.repeat(20_000)}\r\n\r\n`,
    431,
    'HEADERS_TOO_LARGE',
  ],
  ['what is not HTTP', 'HELLO\r\n\r\n', 400, 'REQUEST_MALFORMED'],
])('answers %s with a problem', async (_what, bytes, status, code) => {
  const answer = await send(await temporaryServer(await createShell()), bytes)
  expect(answer).toContain(`HTTP/1.1 ${status} `)
  expect(answer).toContain('application/problem+json')
  expect(JSON.parse(answer.split('\r\n\r\n')[1] ?? '')).toMatchObject({ status, code })
})
