import { randomBytes } from 'node:crypto'
import type Router from '@koa/router'
import type { Context } from 'koa'
import { DEMO_PASSWORD } from './demo-accounts.ts'
import { PROVIDER_SESSION_COOKIES } from './identity-provider.ts'
import { localPath } from './local-path.ts'
import { signInPage } from './pages/sign-in-page.ts'
import type { PortalParts, PortalState } from './portal-routes.ts'
import { closeSession, openSession, signedIn } from './session.ts'

/**
 * Signing in and out. After the password the browser goes once through the provider, so that it has a session there too and
 * Zhupi, in its frame, is signed in without asking (`prompt=none`).
 */
export function signInRoutes(router: Router<PortalState>, { url, accounts, provider }: PortalParts) {
  router.get('/sign-in', (ctx) => {
    ctx.body = signInPage(accounts, localPath(ctx.query.return))
  })
  router.post('/sign-in', (ctx) => {
    const { account: id, password, return: returnTo } = ctx.request.body as Record<string, unknown>
    const account = typeof id === 'string' ? accounts.find(id) : undefined
    if (!account || password !== DEMO_PASSWORD) {
      ctx.status = 403
      ctx.body = signInPage(accounts, localPath(returnTo), `密码不对。示例密码是 ${DEMO_PASSWORD}。`)
      return
    }
    openSession(ctx, account)
    seeOther(ctx, `/oidc/auth?${authorization(url, localPath(returnTo))}`)
  })
  router.get('/signed-in', (ctx) => {
    // The portal knows who it is; the code is for clients that do not.
    ctx.redirect(localPath(ctx.query.state))
  })
  router.post('/sign-out', (ctx) => {
    closeSession(ctx)
    for (const name of PROVIDER_SESSION_COOKIES) {
      ctx.cookies.set(name, null, { signed: false })
      ctx.cookies.set(`${name}.sig`, null, { signed: false })
    }
    seeOther(ctx, '/sign-in')
  })
  router.get('/interaction/:uid', async (ctx) => {
    const account = signedIn(ctx, accounts)
    if (!account) return ctx.redirect(`/sign-in?return=${encodeURIComponent(ctx.path)}`)
    ctx.respond = false
    await provider.interactionFinished(ctx.req, ctx.res, { login: { accountId: account.id } })
  })
}

function authorization(url: string, returnTo: string): URLSearchParams {
  return new URLSearchParams({
    client_id: 'portal',
    response_type: 'code',
    scope: 'openid',
    prompt: 'login',
    redirect_uri: `${url}/signed-in`,
    state: returnTo,
    code_challenge: randomBytes(32).toString('base64url'),
    code_challenge_method: 'S256',
  })
}

/** Answers a form: the browser then asks for `path` by GET. */
function seeOther(ctx: Context, path: string) {
  ctx.redirect(path)
  ctx.status = 303
}
