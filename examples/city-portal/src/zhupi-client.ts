import { signTicket } from './ticket.ts'

/** What the portal asks of Zhupi's API, each request with a ticket of the account it speaks for. */
export interface ZhupiClient {
  /** @throws ZhupiProblem when Zhupi refuses */
  get<T>(personId: string, path: string): Promise<T>
  /** @throws ZhupiProblem when Zhupi refuses */
  post<T>(personId: string, path: string, body: unknown): Promise<T>
}

/** Zhupi's answer when it refuses (RFC 9457). The message is for people. */
export class ZhupiProblem extends Error {
  readonly status: number
  readonly code: string

  constructor(status: number, code: string, message: string) {
    super(message)
    this.name = 'ZhupiProblem'
    this.status = status
    this.code = code
  }
}

/** @param api address of the API, without a slash at the end: `http://localhost:3000/zhupi/api/v1` */
export function createZhupiClient(api: string, ticketSecret: string): ZhupiClient {
  async function request<T>(personId: string, path: string, init: RequestInit): Promise<T> {
    const authorization = `Bearer ${await signTicket(personId, ticketSecret)}`
    const response = await fetch(api + path, { ...init, headers: { ...init.headers, authorization } })
    if (response.ok) return (await response.json()) as T
    const problem = (await response.json().catch(() => ({}))) as { code?: string; title?: string; detail?: string }
    throw new ZhupiProblem(
      response.status,
      problem.code ?? 'UNKNOWN',
      problem.detail ?? problem.title ?? '审批系统没有应答。',
    )
  }
  return {
    get: (personId, path) => request(personId, path, {}),
    post: (personId, path, body) =>
      request(personId, path, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
  }
}
