import axe from 'axe-core'
import { afterEach } from 'vitest'
import { page } from 'vitest/browser'
import { type Mounted, mount } from '../src/index.ts'
import '../src/page.css'
import { noticeBoard } from '../src/shell/notice-board.ts'
import { createFakeEvents } from './fake/events.ts'
import { createFakeApi } from './fake-api.ts'

const open: Array<{ app: Mounted; element: HTMLElement }> = []

afterEach(() => {
  for (const { app, element } of open.splice(0)) {
    app.unmount()
    element.remove()
  }
  localStorage.clear()
  noticeBoard.clear()
})

export interface MountAppOptions {
  api?: ReturnType<typeof createFakeApi>
  width?: number
  height?: number
  language?: string
}

/** The application at an address, on the fake API, in a window of that size. */
export async function mountApp(
  at: string,
  { api = createFakeApi(), width = 1440, height = 900, language }: MountAppOptions = {},
) {
  await page.viewport(width, height)
  const element = document.createElement('div')
  element.style.height = '100%'
  document.body.append(element)
  const events = createFakeEvents()
  const base = new URL('/app/', location.href).href
  history.replaceState(null, '', `/app${at}`)
  const app = await mount(element, {
    base,
    fetch: api.fetch,
    openEvents: () => events,
    language: language ?? 'zh-CN',
    retryDelayMs: 0,
  })
  open.push({ app, element })
  return { api, element, events }
}

/** What axe finds serious or worse, in words that say where. */
export async function seriousFindings(element: HTMLElement): Promise<string[]> {
  // What still fades in has no colour yet.
  await Promise.all(document.getAnimations().map((animation) => animation.finished))
  const { violations } = await axe.run(element, { resultTypes: ['violations'] })
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}: ${node.html.slice(0, 160)}`))
}
