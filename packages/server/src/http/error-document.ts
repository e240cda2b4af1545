import { FLOW_ERRORS } from '@zhupi/flows'
import { FORM_ERRORS } from '@zhupi/forms'
import { SERVER_ERRORS } from '../errors.ts'
import { type ErrorCode, HTTP_STATUS } from './error-status.ts'
import { ERROR_TITLES } from './error-title.ts'

/** What a client does about a status: it branches on this, or on the code, and never on the words. */
const ADVICE: Record<number, string> = {
  400: 'Mend the request: `issues` names the places.',
  401: 'Sign in, then ask again.',
  403: 'Do not ask again: this person may not.',
  404: 'Do not ask again: it does not exist for this person.',
  405: 'Use a method that `Allow` names.',
  408: 'Ask again.',
  409: 'Read it again, show what changed, let the person decide.',
  412: 'Read it again, show what changed, let the person decide.',
  413: 'Send less.',
  415: 'Send another type.',
  422: 'Let the person mend the values: `issues` names the places.',
  428: 'Send the etag that was read in `If-Match`.',
  429: 'Wait for as many seconds as `Retry-After` says, then ask again.',
  431: 'Clear the cookies of this site.',
  500: 'Tell the administrator the request id (`instance`).',
  503: 'Ask again a little later.',
}

/** `docs/errors.md`: every code, its status, what it means and what to do. */
export function errorDocument(): string {
  return `# Errors

Every refusal is an \`application/problem+json\` (RFC 9457) with a stable \`code\`; \`issues\` name wrong values and their
places, \`instance\` is the request id to quote. Nothing has been changed where a problem is answered. Codes are public: they are
added, never renamed. This page is generated from the code (\`npx tsx --conditions=source scripts/docs.mjs\`).

${section('Server', SERVER_ERRORS)}
${section('Forms', FORM_ERRORS)}
${section('Flows', FLOW_ERRORS)}`
}

function section(title: string, codes: Record<string, string>): string {
  const rows = Object.keys(codes).map((key) => {
    const code = key as ErrorCode
    const status = HTTP_STATUS[code]
    return `| \`${code}\` | ${status} | ${ERROR_TITLES[code]} | ${ADVICE[status] ?? ''} |`
  })
  return ['## '.concat(title), '', '| code | status | 说明 | what to do |', '|---|---|---|---|', ...rows, ''].join('\n')
}
