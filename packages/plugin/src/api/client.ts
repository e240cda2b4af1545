import createClient, { type Client } from 'openapi-fetch'
import type { paths } from './openapi.ts'
import { ApiProblem } from './problem.ts'
import { newRequestKey } from './request-key.ts'

export type Api = Client<paths>

export interface ApiOptions {
  /** Where the API answers, without a slash at the end: `https://oa.example.cn/zhupi/api/v1`. */
  baseUrl: string
  /** The network; tests hand in their own. */
  fetch?: (request: Request) => Promise<Response>
  /** Called once for all requests that found no session; resolves to true when there is one now. */
  signIn(): Promise<boolean>
  /** How long an answer may take, in milliseconds. */
  timeoutMs?: number
}

const CHANGES = new Set(['POST', 'PUT', 'PATCH', 'DELETE'])

/**
 * The typed API. Every request says that it is ours (`X-Requested-With`, against forged forms), every change carries
 * an `Idempotency-Key`, and one without a session is repeated after signing in.
 *
 * @throws ApiProblem from every call that has no answer
 */
export function createApi({
  baseUrl,
  fetch = (request) => globalThis.fetch(request),
  signIn,
  timeoutMs = 10_000,
}: ApiOptions): Api {
  let signingIn: Promise<boolean> | undefined

  function signInOnce(): Promise<boolean> {
    signingIn ??= signIn().finally(() => {
      signingIn = undefined
    })
    return signingIn
  }

  async function send(request: Request): Promise<Response> {
    const timer = new AbortController()
    const handle = setTimeout(() => timer.abort(), timeoutMs)
    try {
      return await fetch(new Request(request, { signal: timer.signal }))
    } catch (cause) {
      const code = timer.signal.aborted ? 'TIMEOUT' : 'NETWORK'
      throw new ApiProblem({ code, status: 0, title: code }, cause)
    } finally {
      clearTimeout(handle)
    }
  }

  const api = createClient<paths>({
    baseUrl,
    credentials: 'same-origin',
    async fetch(request) {
      const again = request.clone()
      const response = await send(request)
      const asksForSession = request.url.endsWith('/sessions')
      return response.status === 401 && !asksForSession && (await signInOnce()) ? send(again) : response
    },
  })
  api.use({
    onRequest({ request }) {
      request.headers.set('X-Requested-With', 'zhupi')
      if (CHANGES.has(request.method) && !request.headers.has('Idempotency-Key'))
        request.headers.set('Idempotency-Key', newRequestKey())
    },
  })
  return api
}
