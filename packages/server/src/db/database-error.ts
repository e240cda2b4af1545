import { ServerError } from '../errors.ts'

/** What the codes of one driver mean. */
export interface ErrorCodes {
  /** The transaction was chosen to give way (deadlock, serialization failure, a lock waited for too long). */
  victim: ReadonlySet<string>
  /** A text does not fit its column. */
  tooLong: ReadonlySet<string>
  /** The database cannot be reached, or is stopping. */
  unavailable: ReadonlySet<string>
  /** What the driver says, without a code, of a connection that broke. */
  broken?: RegExp
}

const UNREACHABLE = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOTFOUND', 'ETIMEDOUT', 'EHOSTUNREACH'])

/** True when the transaction may simply run again. */
export function isVictim(codes: ErrorCodes, error: unknown): boolean {
  const code = codeOf(error)
  return code !== undefined && codes.victim.has(code)
}

/** An error of the driver as the server says it; any other error is itself. */
export function explain(codes: ErrorCodes, error: unknown): unknown {
  if (error instanceof ServerError) return error
  const code = codeOf(error)
  if (code === undefined) {
    const broken = error instanceof Error && codes.broken?.test(error.message)
    return broken ? new ServerError('UNAVAILABLE', {}, { cause: error }) : error
  }
  if (codes.tooLong.has(code)) return new ServerError('VALUE_TOO_LONG', {}, { cause: error })
  const gone = UNREACHABLE.has(code) || codes.unavailable.has(code) || codes.victim.has(code)
  return gone ? new ServerError('UNAVAILABLE', {}, { cause: error }) : error
}

function codeOf(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return typeof code === 'string' ? code : undefined
}
