import { mount } from '../src/index.ts'
import '../src/page.css'
import { problem } from './fake/answers.ts'
import { createFakeApi } from './fake-api.ts'

/*
 * The application on the fake API: `npx vite packages/plugin`, then `/test/dev.html?at=/inbox&state=failed`.
 * `state`: ready, empty, failed, loading.
 */
const query = new URLSearchParams(location.search)
const api = createFakeApi()
const state = query.get('state')
if (state === 'empty') Object.assign(api.state, { todo: [], done: [], rows: [] })

async function fetch(request: Request): Promise<Response> {
  const isMe = request.url.endsWith('/me')
  if (state === 'failed' && !isMe) return problem(503, 'UNAVAILABLE', '', { instance: 'ZP-0320-104218' })
  if (state === 'loading' && !isMe) return new Promise(() => undefined)
  return api.fetch(request)
}

const base = new URL('/app/', location.href)
history.replaceState(null, '', `/app${query.get('at') ?? '/inbox'}`)
const element = document.getElementById('zhupi')
if (element) void mount(element, { base: base.href, fetch, language: query.get('lang') ?? 'zh-CN', retryDelayMs: 0 })
