import { describe, expect, it } from 'vitest'
import { type ApiOptions, createApi } from './client.ts'
import { ApiProblem, answer } from './problem.ts'
import { createRequestKeys } from './request-key.ts'

const json = (body: unknown, status = 200) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } })

function apiWith(options: Partial<ApiOptions>) {
  return createApi({ baseUrl: 'https://oa.example.cn/zhupi/api/v1', signIn: async () => false, ...options })
}

/** The problem that a call ends with. */
async function problemOf(call: Promise<unknown>): Promise<ApiProblem> {
  const error = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (!(error instanceof ApiProblem)) throw new Error('The call did not end with a problem')
  return error
}

describe('the client', () => {
  it('says that a request is ours, and gives a change a key', async () => {
    const sent: Request[] = []
    const api = apiWith({
      fetch: async (request) => {
        sent.push(request)
        return json({})
      },
    })
    await api.GET('/me')
    await api.POST('/sessions', { body: { ticket: 't' } })
    expect(sent.map(({ headers }) => headers.get('X-Requested-With'))).toEqual(['zhupi', 'zhupi'])
    expect(sent.map(({ headers }) => headers.has('Idempotency-Key'))).toEqual([false, true])
  })

  it('signs in once for all requests without a session, and repeats each with its body', async () => {
    let session = false
    let signIns = 0
    const bodies: string[] = []
    const api = apiWith({
      fetch: async (request) => {
        const body = await request.text()
        if (!session) return json({ code: 'UNAUTHENTICATED', title: '', status: 401 }, 401)
        bodies.push(body)
        return json({ items: [] })
      },
      signIn: async () => {
        signIns++
        await Promise.resolve()
        session = true
        return true
      },
    })
    const body = { items: [{ taskId: 't', version: 1 }], type: 'approve' as const }
    await Promise.all([api.POST('/tasks/actions', { body }), api.POST('/tasks/actions', { body })])
    expect(signIns).toBe(1)
    expect(bodies).toEqual([JSON.stringify(body), JSON.stringify(body)])
  })

  it('tells a lost network from a silent server', async () => {
    const lost = apiWith({ fetch: () => Promise.reject(new TypeError('Failed to fetch')) })
    expect((await problemOf(lost.GET('/me'))).code).toBe('NETWORK')
    // A request under way is held, as a real fetch does: Node tells no abort to one that was collected.
    const underWay: Request[] = []
    const silent = apiWith({
      timeoutMs: 1,
      fetch: (request) => {
        underWay.push(request)
        return new Promise((_, reject) => request.signal.addEventListener('abort', () => reject(request.signal.reason)))
      },
    })
    expect((await problemOf(silent.GET('/me'))).code).toBe('TIMEOUT')
  })

  it('turns a problem into what a screen can say', async () => {
    const body = { type: '', title: '改过', status: 409, code: 'TASK_CHANGED', detail: '刚刚改过', instance: 'r-1' }
    const api = apiWith({ fetch: async () => json(body, 409) })
    const problem = await problemOf(api.GET('/me').then(answer))
    expect([problem.code, problem.message, problem.number, problem.transient]).toEqual([
      'TASK_CHANGED',
      '刚刚改过',
      'r-1',
      false,
    ])
  })

  it('keeps the key of a request until it is answered', () => {
    const keys = createRequestKeys()
    const first = keys.keyFor({ a: 1 })
    expect(keys.keyFor({ a: 1 })).toBe(first)
    expect(keys.keyFor({ a: 2 })).not.toBe(first)
    const again = keys.keyFor({ a: 1 })
    keys.answered()
    expect(keys.keyFor({ a: 1 })).not.toBe(again)
  })
})
