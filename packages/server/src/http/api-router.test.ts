import { expect, it } from 'vitest'
import { z } from 'zod'
import { createShell, ticketFor } from '../../test/shell.ts'
import { temporaryServer } from '../../test/temporary-server.ts'
import { endpoint, route } from './route.ts'

const echo = endpoint({
  operationId: 'echo',
  method: 'post',
  path: '/echoes/:name',
  tag: 'test',
  summary: 'Answers what it is sent.',
  who: 'person',
  params: z.object({ name: z.string().max(8) }),
  query: z.object({ times: z.coerce.number().int().min(1).default(1) }),
  body: z.object({ text: z.string(), values: z.record(z.string(), z.unknown()).optional() }).strict(),
  response: z.object({ text: z.string(), person: z.string() }),
  status: 201,
})

const crash = endpoint({
  operationId: 'crash',
  method: 'get',
  path: '/crash',
  tag: 'test',
  summary: 'Fails.',
  who: 'anyone',
  response: z.object({}),
})

const routes = [
  route(echo, ({ params, query, body, actor }) => {
    return { text: `${params.name}${body.text.repeat(query.times)}`, person: actor.person.id }
  }),
  route(crash, () => {
    throw new Error('a secret of the database')
  }),
]

async function post(path: string, body: string, headers: Record<string, string> = {}) {
  const url = await temporaryServer(await createShell({ routes }))
  const authorization = `Bearer ${await ticketFor('clerk')}`
  const response = await fetch(`${url}/api/v1${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', authorization, ...headers },
    body,
  })
  return { status: response.status, headers: response.headers, body: await response.json() }
}

it('hands the checked parts over and answers with the status of the endpoint', async () => {
  const answer = await post('/echoes/a?times=2', '{"text":"好"}')
  expect(answer).toMatchObject({ status: 201, body: { text: 'a好好', person: 'clerk' } })
  expect(answer.headers.get('cache-control')).toBe('no-store')
})

it('names every wrong place of a request, and the part it is in', async () => {
  const answer = await post('/echoes/a', '{"text":1,"admin":true}')
  expect(answer.status).toBe(400)
  expect(answer.headers.get('content-type')).toBe('application/problem+json')
  expect(answer.body).toMatchObject({ code: 'REQUEST_INVALID', status: 400, type: 'urn:zhupi:problem:REQUEST_INVALID' })
  expect(answer.body.instance).toBe(answer.headers.get('x-request-id'))
  expect(answer.body.issues.map(({ code, path }: { code: string; path: string[] }) => [code, ...path])).toEqual([
    ['INVALID_TYPE', 'body', 'text'],
    ['UNKNOWN_FIELD', 'body', 'admin'],
  ])
  expect((await post('/echoes/a?times=many', '{"text":""}')).body.issues[0].path).toEqual(['query', 'times'])
  expect((await post('/echoes/123456789', '{"text":""}')).body.issues[0].path).toEqual(['params', 'name'])
})

it.each([
  ['no JSON', '{"text":', 400, 'BODY_MALFORMED'],
  ['a bare value', '"text"', 400, 'BODY_MALFORMED'],
  [
    'a key that reaches the prototype',
    '{"text":"","values":{"a":{"__proto__":{"admin":true}}}}',
    400,
    'BODY_MALFORMED',
  ],
  ['the same, escaped', '{"text":"","values":{"\\u005f_proto__":1}}', 400, 'BODY_MALFORMED'],
  ['a constructor', '{"text":"","values":{"constructor":{"prototype":1}}}', 400, 'BODY_MALFORMED'],
  ['a body that is too deep', `{"text":"","values":{"a":${'['.repeat(100)}${']'.repeat(100)}}}`, 400, 'BODY_MALFORMED'],
  ['a body that is too large', `{"text":"${'x'.repeat(1024 * 1024)}"}`, 413, 'BODY_TOO_LARGE'],
])('refuses %s', async (_what, body, status, code) => {
  expect(await post('/echoes/a', body)).toMatchObject({ status, body: { status, code } })
})

it('refuses a body that is not sent as JSON', async () => {
  const answer = await post('/echoes/a', 'text=1', { 'Content-Type': 'application/x-www-form-urlencoded' })
  expect(answer).toMatchObject({ status: 415, body: { code: 'MEDIA_TYPE_UNSUPPORTED' } })
})

it('refuses an Idempotency-Key that is none', async () => {
  const answer = await post('/echoes/a', '{"text":""}', { 'Idempotency-Key': 'x'.repeat(129) })
  expect(answer).toMatchObject({ status: 400, body: { code: 'IDEMPOTENCY_KEY_INVALID' } })
})

it('tells a wrong method from a wrong address', async () => {
  const url = await temporaryServer(await createShell({ routes }))
  const wrongMethod = await fetch(`${url}/api/v1/crash`, { method: 'DELETE' })
  expect(wrongMethod.status).toBe(405)
  expect(wrongMethod.headers.get('allow')).toBe('HEAD, GET')
  expect(await wrongMethod.json()).toMatchObject({ code: 'METHOD_NOT_ALLOWED' })
  for (const path of ['/api/v1/nothing', '/api/v1', '/api/v2/me', '/nothing']) {
    const wrongAddress = await fetch(url + path)
    expect([wrongAddress.status, (await wrongAddress.json()).code]).toEqual([404, 'ROUTE_NOT_FOUND'])
  }
})

it('tells nothing of an error that nobody expected', async () => {
  const url = await temporaryServer(await createShell({ routes }))
  const response = await fetch(`${url}/api/v1/crash`)
  const text = await response.text()
  expect(response.status).toBe(500)
  expect(JSON.parse(text)).toMatchObject({ code: 'INTERNAL', instance: response.headers.get('x-request-id') })
  expect(text).not.toContain('secret')
})

it('lets a system account do nothing of people, and a person nothing of systems', async () => {
  const url = await temporaryServer(await createShell({ routes }))
  const response = await fetch(`${url}/api/v1/echoes/a`, {
    method: 'POST',
    headers: { authorization: `Bearer ${await ticketFor('province')}`, 'Content-Type': 'application/json' },
    body: '{"text":""}',
  })
  expect([response.status, (await response.json()).code]).toEqual([403, 'FORBIDDEN'])
})
