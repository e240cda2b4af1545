import type { Context } from 'koa'
import {
  AuthorizationResponseError,
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client'
import type { Logger } from 'pino'
import type { AuditLog } from '../../audit/audit-log.ts'
import { auditedFrom } from '../../audit/audit-request.ts'
import type { Clock } from '../../clock.ts'
import { basePath, type HttpConfig, safeReturn } from '../../http/http-config.ts'
import type { Directory } from '../directory/directory.ts'
import type { Login } from './login.ts'
import { type LoginPage, loginPage } from './login-page.ts'
import { createLoginStates } from './login-state.ts'
import type { Sessions } from './session.ts'

/** The host's OpenID Connect provider. Its `sub` is the person's id. */
export interface OidcOptions {
  /** `https://oa.example.gov.cn/oidc`; plain HTTP is accepted for intranets and the demonstration. */
  issuer: string
  clientId: string
  clientSecret: string
}

export interface OidcLoginDeps {
  config: Pick<HttpConfig, 'publicUrl' | 'secret'>
  sessions: Sessions
  directory: Directory
  audit: Pick<AuditLog, 'record'>
  clock: Clock
  log: Logger
}

/**
 * Signs browsers in at the host's OpenID Connect provider: authorization code with PKCE, state and nonce.
 * `GET /login?return=…` goes there, `GET /login/callback` comes back. In a frame nothing is asked (`prompt=none`): who is
 * not signed in at the host is told to do so there.
 *
 * Whom the server asks is the operator's word: the issuer of the configuration, and the addresses that its own discovery document names, in
 * an intranet as a rule, so the networks that webhooks may not reach are open here. No redirect is followed, and an issuer with HTTPS can
 * name no address without.
 *
 * Source: OpenID Connect Core 1.0, clauses 3.1 and 3.1.2.1 (`prompt`); RFC 7636.
 */
export function createOidcLogin(
  options: OidcOptions,
  { config, sessions, directory, audit, clock, log }: OidcLoginDeps,
): Login {
  const states = createLoginStates(config, clock)
  const callbackUrl = new URL('login/callback', config.publicUrl).href
  const provider = discoverOnce(options)

  return {
    name: 'oidc',
    authenticate: async () => undefined,
    pages: async (ctx, next) => {
      if (ctx.method !== 'GET' || !['/login', '/login/callback'].includes(ctx.path)) return next()
      ctx.set('Cache-Control', 'no-store')
      try {
        await (ctx.path === '/login' ? goAway(ctx) : comeBack(ctx))
      } catch (error) {
        log.error({ err: error, requestId: ctx.state.requestId }, 'login failed')
        if (ctx.path === '/login/callback') await failed(ctx, null, 'LOGIN_FAILED')
        show(ctx, 503, { title: '暂时不能登录', text: '统一登录平台没有应答，请稍后重试。', link: again(ctx) })
      }
    },
  }

  async function goAway(ctx: Context): Promise<void> {
    const silent = ctx.query.silent === '1' || ctx.get('Sec-Fetch-Dest') === 'iframe'
    const codeVerifier = randomPKCECodeVerifier()
    const login = { state: randomState(), nonce: randomNonce(), codeVerifier }
    const url = buildAuthorizationUrl(await provider(), {
      redirect_uri: callbackUrl,
      scope: 'openid',
      state: login.state,
      nonce: login.nonce,
      code_challenge: await calculatePKCECodeChallenge(codeVerifier),
      code_challenge_method: 'S256',
      ...(silent && { prompt: 'none' }),
    })
    await states.remember(ctx, { ...login, silent, returnTo: safeReturn(ctx.query.return, config) })
    ctx.redirect(url.href)
  }

  async function comeBack(ctx: Context): Promise<void> {
    const login = await states.recall(ctx, ctx.query.state)
    if (!login) {
      show(ctx, 401, { title: '登录已超时', text: '登录用的时间太长，或在别处打开过，请重新登录。', link: again(ctx) })
      return
    }
    const personId = await exchange(ctx, login)
    if (personId === undefined) return
    if (!directory.person(personId)?.enabled) {
      await failed(ctx, personId, 'PERSON_UNKNOWN')
      const text = `您已在统一登录平台登录，但审批系统的通讯录里没有账号“${personId}”，或账号已停用。请联系本单位的系统管理员。`
      show(ctx, 403, { title: '没有使用权限', text })
      return
    }
    await sessions.open(ctx, personId, 'oidc')
    ctx.redirect(login.returnTo)
  }

  /** @returns the person's id, or undefined when the person has been shown why there is none */
  async function exchange(ctx: Context, login: NonNullable<Awaited<ReturnType<typeof states.recall>>>) {
    try {
      const tokens = await authorizationCodeGrant(await provider(), new URL(callbackUrl + ctx.search), {
        expectedState: login.state,
        expectedNonce: login.nonce,
        pkceCodeVerifier: login.codeVerifier,
        idTokenExpected: true,
      })
      return tokens.claims()?.sub
    } catch (error) {
      if (!(error instanceof AuthorizationResponseError)) throw error
      const link = again(ctx, login.returnTo)
      if (login.silent) {
        show(ctx, 401, { title: '请先登录', text: '请在门户登录后再打开本页。', link: { ...link, label: '去登录' } })
      } else {
        await failed(ctx, null, error.error)
        show(ctx, 401, { title: '登录没有成功', text: '统一登录平台没有同意这次登录，请重新登录。', link })
      }
      return undefined
    }
  }

  function failed(ctx: Context, personId: string | null, reason: string): Promise<void> {
    const detail = `oidc ${reason}`
    return audit.record({ ...auditedFrom(ctx, personId), kind: 'signInFailed', outcome: 'refused', detail })
  }

  function again(ctx: Context, returnTo = safeReturn(ctx.query.return, config)) {
    return { href: `${basePath(config)}login?return=${encodeURIComponent(returnTo)}`, label: '重新登录' }
  }
}

function show(ctx: Context, status: number, page: LoginPage): void {
  ctx.status = status
  ctx.type = 'html'
  ctx.body = loginPage(page)
}

/** The provider's addresses and keys, asked for at the first login: it may start after us. A failure is not remembered. */
function discoverOnce({ issuer, clientId, clientSecret }: OidcOptions): () => Promise<Configuration> {
  let found: Promise<Configuration> | undefined
  return () => {
    found ??= discovery(new URL(issuer), clientId, clientSecret, undefined, {
      execute: issuer.startsWith('http:') ? [allowInsecureRequests] : [],
    }).catch((error: unknown) => {
      found = undefined
      throw error
    })
    return found
  }
}
