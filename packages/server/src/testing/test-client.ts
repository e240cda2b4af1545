import type { ProblemDocument } from '../http/problem.ts'

/** A request that the server refused: its problem. */
export class RequestRefused extends Error {
  readonly status: number
  readonly code: string
  readonly problem: ProblemDocument

  constructor(problem: ProblemDocument) {
    super(`${problem.code}: ${problem.detail ?? problem.title} ${JSON.stringify(problem.issues ?? '')}`)
    this.name = 'RequestRefused'
    this.status = problem.status
    this.code = problem.code
    this.problem = problem
  }
}

/** What one person asks of the API, over HTTP. Paths stand below `/api/v1`. */
export interface TestClient {
  /** Answers are typed by whoever asks. @throws RequestRefused */
  get<T>(path: string): Promise<T>
  post<T>(path: string, body: unknown, headers?: Record<string, string>): Promise<T>
  put<T>(path: string, body: unknown): Promise<T>
  patch<T>(path: string, body: unknown): Promise<T>
  delete(path: string): Promise<void>
  /** Uploads a file. @returns its id */
  upload(name: string, bytes: Uint8Array): Promise<string>
  /** The response as it is, refused or not. */
  request(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Response>
}

/**
 * @param api address of the API, without a slash at the end
 * @param ticket makes a new ticket for the person
 */
export function createTestClient(api: string, ticket: () => Promise<string>): TestClient {
  async function send(
    method: string,
    path: string,
    init: { body?: string | FormData; headers?: Record<string, string> },
  ) {
    const authorization = `Bearer ${await ticket()}`
    return fetch(api + path, { method, body: init.body, headers: { authorization, ...init.headers } })
  }

  function request(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
    if (body === undefined) return send(method, path, { headers })
    return send(method, path, {
      body: JSON.stringify(body),
      headers: { 'Content-Type': 'application/json', ...headers },
    })
  }

  return {
    request,
    get: async (path) => read(await request('GET', path)),
    post: async (path, body, headers) => read(await request('POST', path, body, headers)),
    put: async (path, body) => read(await request('PUT', path, body)),
    patch: async (path, body) => read(await request('PATCH', path, body)),
    delete: async (path) => read(await request('DELETE', path)),
    async upload(name, bytes) {
      const body = new FormData()
      body.append('file', new Blob([new Uint8Array(bytes)]), name)
      const { id } = await read<{ id: string }>(await send('POST', '/files', { body }))
      return id
    },
  }
}

async function read<T>(response: Response): Promise<T> {
  if (!response.ok) throw new RequestRefused((await response.json()) as ProblemDocument)
  return (response.status === 204 ? undefined : await response.json()) as T
}
