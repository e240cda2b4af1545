import type { Problem } from '../../src/api/types.ts'

export function json(body: unknown, status = 200): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } })
}

export function problem(status: number, code: string, detail: string, more: Partial<Problem> = {}): Response {
  const body = { type: 'about:blank', title: code, status, code, detail, instance: `ZP-${code}`, ...more }
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/problem+json' } })
}
