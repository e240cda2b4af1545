import type { z } from 'zod'
import { zhCN } from 'zod/locales'
import { type ErrorIssue, ServerError } from '../errors.ts'
import { refuseUnstorable } from './storable-text.ts'

const { localeError } = zhCN()

/**
 * Checks one part of a request.
 *
 * @throws ServerError `ROUTE_NOT_FOUND` for an address that no database can know; `TEXT_INVALID`; `REQUEST_INVALID` with an
 *   issue for each wrong place, `path` beginning with the part
 */
export function checked<S extends z.ZodType>(
  part: 'params' | 'query' | 'body',
  schema: S,
  value: unknown,
): z.output<S> {
  if (part === 'params') refuseUnknowable(value)
  else refuseUnstorable(value, [part])
  const result = schema.safeParse(value, { error: localeError })
  if (result.success) return result.data
  throw new ServerError('REQUEST_INVALID', { issues: result.error.issues.flatMap((issue) => toIssues(part, issue)) })
}

/** What nobody can have stored is not there. */
function refuseUnknowable(params: unknown): void {
  try {
    refuseUnstorable(params, [])
  } catch (cause) {
    throw new ServerError('ROUTE_NOT_FOUND', {}, { cause })
  }
}

function toIssues(part: string, issue: z.core.$ZodIssue): ErrorIssue[] {
  const path = [part, ...issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key))]
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      code: 'UNKNOWN_FIELD',
      path: [...path, key],
      message: `没有“${key}”这一项，请去掉。`,
    }))
  }
  return [{ code: issue.code.toUpperCase(), path, message: issue.message }]
}
