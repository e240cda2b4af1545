import type { Issue, Problem } from './types.ts'

/**
 * An answer that is not a success, or no answer at all (`NETWORK`, `TIMEOUT`).
 * Branch on `code`; `number` is what a person quotes to the help desk.
 */
export class ApiProblem extends Error {
  readonly code: string
  /** HTTP status; 0 when nothing was answered. */
  readonly status: number
  readonly issues: Issue[]
  readonly number: string
  /** What else the server said, such as `theirs` of a draft that somebody else has saved. */
  readonly members: Readonly<Record<string, unknown>>

  constructor(problem: Pick<Problem, 'code' | 'status' | 'title' | 'detail' | 'instance' | 'issues'>, cause?: unknown) {
    super(problem.detail ?? problem.title, { cause })
    this.name = 'ApiProblem'
    this.code = problem.code
    this.status = problem.status
    this.issues = problem.issues ?? []
    this.number = problem.instance ?? localNumber(new Date())
    this.members = { ...problem }
  }

  /** Nothing reached the server, or it failed by itself: trying again may help. */
  get transient(): boolean {
    return this.status === 0 || this.status >= 500
  }
}

/** The value of an openapi-fetch result. @throws ApiProblem */
export function answer<T>(result: { data?: T; error?: unknown; response: Response }): T {
  if (result.response.ok) return result.data as T
  throw new ApiProblem(toProblem(result.error, result.response))
}

function toProblem(body: unknown, response: Response) {
  if (typeof body === 'object' && body !== null && 'code' in body && 'title' in body) return body as Problem
  return { code: 'INTERNAL', status: response.status, title: response.statusText }
}

/** Without a request id the time of the failure is what can be found in a log. */
function localNumber(at: Date): string {
  const two = (value: number) => String(value).padStart(2, '0')
  const day = two(at.getMonth() + 1) + two(at.getDate())
  return `ZP-${day}-${two(at.getHours())}${two(at.getMinutes())}${two(at.getSeconds())}`
}
