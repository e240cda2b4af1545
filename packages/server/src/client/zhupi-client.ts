import createClient, { type Client } from 'openapi-fetch'
import type { components, paths } from './openapi.ts'

type Problem = Pick<components['schemas']['Problem'], 'code' | 'status' | 'title' | 'detail' | 'instance' | 'issues'>

export interface ZhupiClientOptions {
  /** Where the API answers, without a slash at the end: `https://oa.example.gov.cn/zhupi/api/v1`. */
  baseUrl: string
  /** A new signed ticket for each request, of whoever it speaks for; without it the session cookie must do. */
  ticket?: () => string | Promise<string>
  /** The network; tests hand in their own. */
  fetch?: (request: Request) => Promise<Response>
}

/** `GET`, `POST`, … as openapi-fetch has them: answers are `{ data, response }`, and a refusal is thrown. */
export type ZhupiClient = Client<paths>

/** What Zhupi refuses (RFC 9457). Branch on `code`; the message is for people. */
export class ZhupiProblem extends Error {
  readonly code: string
  readonly status: number
  readonly issues: NonNullable<Problem['issues']>
  /** The number to quote: it stands in the server's log. */
  readonly requestId: string | undefined

  constructor({ code, status, title, detail, instance, issues = [] }: Problem) {
    super(detail ?? title)
    this.name = 'ZhupiProblem'
    this.code = code
    this.status = status
    this.issues = issues
    this.requestId = instance
  }
}

const CHANGES = new Set(['POST', 'PUT', 'PATCH'])

/**
 * The typed API. Each change carries an `Idempotency-Key`: whoever repeats a request hands the same key in by `headers`.
 *
 * @throws ZhupiProblem from every call that is refused
 */
export function createZhupiClient({ baseUrl, ticket, fetch }: ZhupiClientOptions): ZhupiClient {
  const client = createClient<paths>({ baseUrl, ...(fetch && { fetch }) })
  client.use({
    async onRequest({ request }) {
      if (ticket) request.headers.set('Authorization', `Bearer ${await ticket()}`)
      if (CHANGES.has(request.method) && !request.headers.has('Idempotency-Key')) {
        request.headers.set('Idempotency-Key', globalThis.crypto.randomUUID())
      }
    },
    async onResponse({ response }) {
      if (!response.ok) throw new ZhupiProblem(await readProblem(response))
    },
  })
  return client
}

async function readProblem(response: Response): Promise<Problem> {
  const unknown = { code: 'UNKNOWN', status: response.status, title: response.statusText }
  const body: unknown = await response.json().catch(() => undefined)
  const isProblem = typeof body === 'object' && body !== null && 'code' in body && 'title' in body
  return isProblem ? { ...unknown, ...(body as Problem) } : unknown
}
