/** What a browser does with redirects and cookies, over the network and without a window. */
export interface Browser {
  /** Follows redirects to the end. `hosts` maps public origins (and paths) to where they listen. */
  open(url: string, headers?: Record<string, string>): Promise<{ url: string; status: number; text: string }>
  cookies: Map<string, string>
}

const MAX_REDIRECTS = 12

/** @param hosts public address -> address on which it really listens */
export function createBrowser(hosts: Record<string, string>): Browser {
  const cookies = new Map<string, string>()

  function keep(url: URL, response: Response) {
    for (const line of response.headers.getSetCookie()) {
      const [pair = '', ...attributes] = line.split(';')
      const name = pair.slice(0, pair.indexOf('='))
      const path = attributes.find((text) => /^\s*path=/i.test(text))?.split('=')[1] ?? '/'
      const gone = attributes.some((text) => /^\s*expires=Thu, 01 Jan 1970/i.test(text))
      const key = `${url.host} ${path} ${name}`
      if (gone) cookies.delete(key)
      else cookies.set(key, pair.slice(name.length + 1))
    }
  }

  function cookiesFor(url: URL): string {
    return [...cookies]
      .map(([key, value]) => [...key.split(' '), value])
      .filter(([host, path]) => host === url.host && url.pathname.startsWith(path ?? '/'))
      .map(([, , name, value]) => `${name}=${value}`)
      .join('; ')
  }

  return {
    cookies,
    async open(start, headers = {}) {
      let url = new URL(start)
      for (let hop = 0; hop < MAX_REDIRECTS; hop += 1) {
        const [from, to] = Object.entries(hosts).find(([prefix]) => url.href.startsWith(prefix)) ?? ['', '']
        const response = await fetch(url.href.replace(from, to), {
          redirect: 'manual',
          headers: { ...headers, cookie: cookiesFor(url), host: url.host },
        })
        keep(url, response)
        const location = response.headers.get('location')
        if (location === null) return { url: url.href, status: response.status, text: await response.text() }
        url = new URL(location, url)
      }
      throw new Error(`More than ${MAX_REDIRECTS} redirects, last to ${url.href}`)
    },
  }
}
