import { bodyParser } from '@koa/bodyparser'
import Router from '@koa/router'
import type { Context, Next } from 'koa'
import type { Provider } from 'oidc-provider'
import type { Account, Accounts } from './accounts.ts'
import { loadDesk } from './desk.ts'
import type { Keys } from './keys.ts'
import { approvalsPage } from './pages/approvals-page.ts'
import { homePage } from './pages/home-page.ts'
import { isProvince } from './pages/layout.ts'
import { notConnectedPage } from './pages/not-connected-page.ts'
import { provinceRoutes } from './province-routes.ts'
import { signedIn } from './session.ts'
import { signInRoutes } from './sign-in-routes.ts'
import { signTicket } from './ticket.ts'
import type { ZhupiClient } from './zhupi-client.ts'

export interface PortalParts {
  /** Public address of the portal. */
  url: string
  accounts: Accounts
  keys: Keys
  provider: Provider
  zhupi: ZhupiClient
}

/** What is known of a request behind the sign-in page. */
export interface PortalState {
  account: Account
}

const NOT_CONNECTED = [
  { path: '/documents', title: '公文' },
  { path: '/meetings', title: '会议' },
  { path: '/supervision', title: '督办' },
  { path: '/contacts', title: '通讯录' },
]

/** The portal's own pages. Everything but signing in needs an account. */
export function portalRoutes(parts: PortalParts): Router<PortalState> {
  const { accounts, keys, zhupi } = parts
  const router = new Router<PortalState>()
  router.use(pageHeaders, bodyParser({ enableTypes: ['form'], formLimit: '16kb' }), refuseOtherOrigins)
  signInRoutes(router, parts)
  router.use(requireAccount(accounts))

  router.get('/', async (ctx) => {
    const { account } = ctx.state
    if (isProvince(account)) return ctx.redirect('/province')
    ctx.body = homePage(account, await loadDesk(zhupi, account.id))
  })
  router.get('/approvals', (ctx) => {
    ctx.body = approvalsPage(ctx.state.account)
  })
  router.get('/ticket', async (ctx) => {
    ctx.body = { ticket: await signTicket(ctx.state.account.id, keys.ticket) }
  })
  for (const { path, title } of NOT_CONNECTED) {
    router.get(path, (ctx) => {
      ctx.body = notConnectedPage(ctx.state.account, path, title)
    })
  }
  provinceRoutes(router, zhupi)
  return router
}

function requireAccount(accounts: Accounts) {
  return async function account(ctx: Context & { state: PortalState }, next: Next) {
    const found = signedIn(ctx, accounts)
    if (!found) return ctx.redirect(`/sign-in?return=${encodeURIComponent(ctx.url)}`)
    ctx.state.account = found
    await next()
  }
}

async function refuseOtherOrigins(ctx: Context, next: Next) {
  // Koa's `ctx.origin` is the header itself.
  const own = `${ctx.protocol}://${ctx.host}`
  if (!['GET', 'HEAD'].includes(ctx.method) && ctx.get('origin') !== own)
    ctx.throw(403, 'The form was sent from another site.')
  await next()
}

async function pageHeaders(ctx: Context, next: Next) {
  ctx.set('content-security-policy', "default-src 'self'; frame-ancestors 'none'; form-action 'self'")
  ctx.set('x-content-type-options', 'nosniff')
  ctx.set('referrer-policy', 'same-origin')
  ctx.set('cache-control', 'no-store')
  await next()
}
