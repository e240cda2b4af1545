import { newRequestKey } from '../api/request-key.ts'
import { type FrameMessage, type HostMessage, PROTOCOL, type ViewTarget } from './messages.ts'

/** The page around the frame. */
export interface Host {
  navigated(target: ViewTarget): void
  todoChanged(count: number): void
  /** The height the content wants, in pixels. */
  resized(height: number): void
  ready(): void
  /** A signed ticket for `POST /sessions`; undefined when the host gives none. */
  requestTicket(): Promise<string | undefined>
  /** Called when the host opens a screen; returns how to stop. */
  onNavigate(listener: (target: ViewTarget) => void): () => void
}

const STORED_ORIGIN = 'zhupi.host'
const TICKET_MS = 10_000

/**
 * Whom to talk to: the SDK puts its page's origin into `?host=`. It survives reloads and sign-in by redirect, which
 * lose the query. Undefined when the application stands by itself.
 */
export function hostOrigin(window: Window): string | undefined {
  if (window.parent === window) return undefined
  const named = new URLSearchParams(window.location.search).get('host')
  if (named) window.sessionStorage.setItem(STORED_ORIGIN, named)
  const origin = named ?? window.sessionStorage.getItem(STORED_ORIGIN)
  return origin ?? undefined
}

/** Opens the channel to the page around the frame: says hello and hears only that window and that origin. */
export function connectHost(window: Window, origin: string): Host {
  const tickets = new Map<string, (ticket: string | undefined) => void>()
  const listeners = new Set<(target: ViewTarget) => void>()
  let last: { height?: number; count?: number; place?: string } = {}

  const send = (message: FrameMessage) => window.parent.postMessage(message, origin)

  function hear(message: HostMessage) {
    if (message.type === 'navigate') for (const listener of listeners) listener(message)
    if (message.type === 'token') {
      tickets.get(message.requestId)?.(message.ticket ?? undefined)
      tickets.delete(message.requestId)
    }
  }

  window.addEventListener('message', (event: MessageEvent<HostMessage | null>) => {
    const ours = event.source === window.parent && event.origin === origin
    if (ours && event.data?.zhupi === PROTOCOL) hear(event.data)
  })
  send({ zhupi: PROTOCOL, type: 'hello' })

  return {
    ready: () => send({ zhupi: PROTOCOL, type: 'ready' }),
    navigated(target) {
      const place = JSON.stringify(target)
      if (place === last.place) return
      last = { ...last, place }
      send({ zhupi: PROTOCOL, type: 'navigate', ...target })
    },
    todoChanged(count) {
      if (count === last.count) return
      last = { ...last, count }
      send({ zhupi: PROTOCOL, type: 'todoChanged', count })
    },
    resized(height) {
      if (height === last.height) return
      last = { ...last, height }
      send({ zhupi: PROTOCOL, type: 'resize', height })
    },
    requestTicket() {
      const requestId = newRequestKey()
      return new Promise((resolve) => {
        tickets.set(requestId, resolve)
        setTimeout(() => hear({ zhupi: PROTOCOL, type: 'token', requestId, ticket: null }), TICKET_MS)
        send({ zhupi: PROTOCOL, type: 'tokenNeeded', requestId })
      })
    },
    onNavigate(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
