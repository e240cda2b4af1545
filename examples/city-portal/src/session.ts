import type { Context } from 'koa'
import type { Account, Accounts } from './accounts.ts'

const COOKIE = 'portal'
const EIGHT_HOURS_MS = 8 * 60 * 60 * 1000

/** The portal's own session: a signed cookie with the account's id. Needs the Koa app's `keys`. */
export function openSession(ctx: Context, account: Account) {
  ctx.cookies.set(COOKIE, account.id, { signed: true, httpOnly: true, sameSite: 'lax', maxAge: EIGHT_HOURS_MS })
}

export function closeSession(ctx: Context) {
  ctx.cookies.set(COOKIE, null, { signed: true, httpOnly: true, sameSite: 'lax' })
}

/** @returns the account that is signed in, or undefined */
export function signedIn(ctx: Context, accounts: Accounts): Account | undefined {
  const id = ctx.cookies.get(COOKIE, { signed: true })
  return id ? accounts.find(id) : undefined
}
