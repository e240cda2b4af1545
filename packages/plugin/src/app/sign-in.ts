import type { Host } from '../embed/host.ts'

export interface SignInOptions {
  host: Host | undefined
  /** Folder of the application, with a slash at the end. */
  base: URL
  window: Window
  /** Exchanges a ticket for a session. */
  openSession(ticket: string): Promise<boolean>
}

/**
 * Gets a session when the server has asked for one: from the host's ticket when it gives one, else by going to
 * `login`, which comes back here. Resolves to true when the request can be repeated at once.
 */
export function createSignIn({ host, base, window, openSession }: SignInOptions): () => Promise<boolean> {
  return async () => {
    const ticket = await host?.requestTicket()
    if (ticket && (await openSession(ticket))) return true
    const login = new URL('login', base)
    login.searchParams.set('return', window.location.href.slice(window.location.origin.length))
    window.location.assign(login)
    return false
  }
}
