/** How the server is seen from outside. */
export interface HttpConfig {
  /** Where browsers find it, with a slash at the end: `https://oa.example.gov.cn/zhupi/`. Cookies and links follow it. */
  publicUrl: string
  /** Seals the state of a login under way: at least 32 characters, the same on every process. */
  secret: string
  /** Sources that may frame the plugin, e.g. `https://oa.example.gov.cn`; `'self'` is always one. */
  frameAncestors: readonly string[]
  /** Other origins whose pages may send changes with the session cookie. */
  trustedOrigins: readonly string[]
  /** How many proxies of one's own stand before the server and write `X-Forwarded-For`; none by default. */
  trustedProxies?: number
  /** Checks each answer against its schema: in tests and while developing. */
  checkAnswers: boolean
}

/** Path below which everything stands, with a slash at both ends: `/`, `/zhupi/`. */
export function basePath({ publicUrl }: Pick<HttpConfig, 'publicUrl'>): string {
  const { pathname } = new URL(publicUrl)
  return pathname.endsWith('/') ? pathname : `${pathname}/`
}

/** `return` of a login: only a place of ours, else the front page. */
export function safeReturn(wanted: unknown, { publicUrl }: Pick<HttpConfig, 'publicUrl'>): string {
  const base = basePath({ publicUrl })
  if (typeof wanted !== 'string' || !URL.canParse(wanted, publicUrl)) return base
  const url = new URL(wanted, publicUrl)
  const ours = url.origin === new URL(publicUrl).origin && url.pathname.startsWith(base)
  return ours ? `${url.pathname}${url.search}${url.hash}` : base
}
