import { FlowError } from '@zhupi/flows'
import { FormError } from '@zhupi/forms'
import { ServerError } from '../errors.ts'
import { type ErrorCode, HTTP_STATUS } from './error-status.ts'
import { ERROR_TITLES } from './error-title.ts'

/** An RFC 9457 problem, ready to be sent. */
export interface ProblemDocument {
  type: string
  title: string
  status: number
  code: ErrorCode
  detail?: string
  instance?: string
  [member: string]: unknown
}

/** What is said about an error. One that is not known becomes `INTERNAL` and tells nothing of itself. */
export function toProblem(error: unknown, requestId?: string): ProblemDocument {
  const { code, ...members } = describe(error)
  return {
    ...members,
    type: `urn:zhupi:problem:${code}`,
    title: ERROR_TITLES[code],
    status: HTTP_STATUS[code],
    code,
    ...(requestId !== undefined && { instance: requestId }),
  }
}

function describe(error: unknown): { code: ErrorCode; [member: string]: unknown } {
  if (error instanceof ServerError) {
    return {
      ...error.members,
      ...(error.detail !== undefined && { detail: error.detail }),
      ...(error.issues && { issues: error.issues }),
      code: error.code,
    }
  }
  if (error instanceof FlowError) return { ...error.details, detail: error.message, code: error.code }
  if (error instanceof FormError) return { detail: error.message, issues: error.issues, code: error.code }
  return { code: 'INTERNAL' }
}
