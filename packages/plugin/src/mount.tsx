import '@zhupi/forms/theme'
import './components/kit.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { createApi } from './api/client.ts'
import type { EventStream } from './api/live.ts'
import { createQueryClient } from './api/query-client.ts'
import { App } from './app/App.tsx'
import { createSignIn } from './app/sign-in.ts'
import { connectHost, hostOrigin } from './embed/host.ts'
import { startTranslation } from './i18n/start-translation.ts'

export interface MountOptions {
  /** Folder of the application, by default the one the document lies in (or its `<base>`). The API is `api/v1` below. */
  base?: string
  /** `zh-CN` (default) or `en-US`; the address may name it too: `?lang=en-US`. */
  language?: string
  /** The network; tests hand in their own. */
  fetch?: (request: Request) => Promise<Response>
  /** Listens to what changes; by default an `EventSource`. */
  openEvents?: (url: string) => EventStream
  /** First wait before a question is repeated, in milliseconds. */
  retryDelayMs?: number
}

export interface Mounted {
  unmount(): void
}

/** Puts the application into an element, which it fills. Its address bar follows the screens. */
export async function mount(element: HTMLElement, options: MountOptions = {}): Promise<Mounted> {
  const base = new URL(options.base ?? '.', document.baseURI)
  const origin = hostOrigin(window)
  const host = origin === undefined ? undefined : connectHost(window, origin)
  const baseUrl = new URL('api/v1', base).href
  const signIn = createSignIn({
    host,
    base,
    window,
    openSession: async (ticket) => (await api.POST('/sessions', { body: { ticket } })).response.ok,
  })
  const api = createApi({ baseUrl, fetch: options.fetch, signIn })
  await startTranslation(options.language ?? new URLSearchParams(window.location.search).get('lang') ?? 'zh-CN')

  const { openEvents = (url) => new EventSource(url) } = options
  const root = createRoot(element)
  element.classList.add('za-root')
  root.render(
    <StrictMode>
      <App
        api={{ api, baseUrl, openEvents }}
        queries={createQueryClient(options.retryDelayMs)}
        host={host}
        basename={base.pathname.replace(/\/$/, '')}
      />
    </StrictMode>,
  )
  return {
    unmount() {
      root.unmount()
      element.classList.remove('za-root')
    },
  }
}
