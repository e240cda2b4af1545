import { type ClientMetadata, Provider } from 'oidc-provider'
import type { Accounts } from './accounts.ts'
import type { Keys } from './keys.ts'

const COOKIE_PREFIX = 'oidc'

export interface IdentityProviderOptions {
  /** Public address of the provider: `http://localhost:3000/oidc`. */
  issuer: string
  accounts: Accounts
  keys: Keys
  /** Where Zhupi takes the answer. */
  zhupiCallback: string
  /** Where the portal itself takes it. */
  portalCallback: string
}

/**
 * The portal's OpenID Connect provider. Its clients, the portal and Zhupi, belong to the same office: no consent is asked.
 * `sub` is the person's id. Whoever is not signed in yet is sent to the portal's own page by way of `/interaction/…`.
 */
export function createIdentityProvider(options: IdentityProviderOptions): Provider {
  const { issuer, accounts, keys } = options
  const provider = new Provider(issuer, {
    clients: [
      client('zhupi', keys.client, options.zhupiCallback),
      client('portal', keys.client, options.portalCallback),
    ],
    jwks: { keys: [keys.idToken] },
    cookies: {
      keys: [keys.cookie],
      names: {
        session: `${COOKIE_PREFIX}.session`,
        interaction: `${COOKIE_PREFIX}.interaction`,
        resume: `${COOKIE_PREFIX}.resume`,
      },
    },
    claims: { openid: ['sub'], profile: ['name'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_ctx, interaction) => `/interaction/${interaction.uid}` },
    findAccount(_ctx, id) {
      const account = accounts.find(id)
      return account && { accountId: id, claims: () => ({ sub: id, name: account.name }) }
    },
    async loadExistingGrant(ctx) {
      const grant = new ctx.oidc.provider.Grant({
        clientId: ctx.oidc.client?.clientId,
        accountId: ctx.oidc.session?.accountId,
      })
      grant.addOIDCScope('openid profile')
      await grant.save()
      return grant
    },
    ttl: { Session: 8 * 60 * 60, Interaction: 10 * 60, Grant: 8 * 60 * 60, IdToken: 10 * 60, AccessToken: 10 * 60 },
  })
  return provider
}

function client(id: string, secret: string, callback: string): ClientMetadata {
  return {
    client_id: id,
    client_secret: secret,
    redirect_uris: [callback],
    response_types: ['code'],
    grant_types: ['authorization_code'],
  }
}

/** Names of the provider's session cookies, for signing out. */
export const PROVIDER_SESSION_COOKIES = [`${COOKIE_PREFIX}.session`, `${COOKIE_PREFIX}.session.legacy`]
