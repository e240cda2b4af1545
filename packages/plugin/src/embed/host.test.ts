import { describe, expect, it } from 'vitest'
import { connectHost, hostOrigin } from './host.ts'

const PORTAL = 'https://portal.example.cn'

/** A window inside a frame: what it says to its parent is kept, what it hears can be given to it. */
function frameWindow(search = `?host=${encodeURIComponent(PORTAL)}`) {
  const said: Array<{ message: Record<string, unknown>; origin: string }> = []
  let listener: (event: unknown) => void = () => undefined
  const stored = new Map<string, string>()
  const parent = { postMessage: (message: Record<string, unknown>, origin: string) => said.push({ message, origin }) }
  const window = {
    parent,
    location: { search },
    sessionStorage: {
      getItem: (key: string) => stored.get(key) ?? null,
      setItem: (key: string, value: string) => stored.set(key, value),
    },
    addEventListener: (_type: string, heard: (event: unknown) => void) => {
      listener = heard
    },
  }
  const hear = (data: unknown, origin = PORTAL, source: unknown = parent) => listener({ data, origin, source })
  return { window: window as unknown as Window, said, hear }
}

describe('the channel to the host', () => {
  it('knows its host from the address, and again after the address has lost it', () => {
    const { window } = frameWindow()
    expect(hostOrigin(window)).toBe(PORTAL)
    window.location.search = ''
    expect(hostOrigin(window)).toBe(PORTAL)
  })

  it('is not there when the application stands by itself', () => {
    const { window } = frameWindow()
    expect(hostOrigin({ ...window, parent: undefined } as never)).toBe(PORTAL)
    const alone = { ...window } as { parent: unknown }
    alone.parent = alone
    expect(hostOrigin(alone as Window)).toBeUndefined()
  })

  it('speaks to that origin only, and says the same thing once', () => {
    const { window, said } = frameWindow()
    const host = connectHost(window, PORTAL)
    host.todoChanged(3)
    host.todoChanged(3)
    expect(said.map(({ message, origin }) => [message.type, origin])).toEqual([
      ['hello', PORTAL],
      ['todoChanged', PORTAL],
    ])
  })

  it('takes a ticket from the host, and from nobody else', async () => {
    const { window, said, hear } = frameWindow()
    const ticket = connectHost(window, PORTAL).requestTicket()
    const requestId = said[1]?.message.requestId
    hear({ zhupi: 1, type: 'token', requestId, ticket: 'forged' }, 'https://evil.example')
    hear({ zhupi: 1, type: 'token', requestId, ticket: 'forged' }, PORTAL, {})
    hear({ zhupi: 2, type: 'token', requestId, ticket: 'forged' })
    hear({ zhupi: 1, type: 'token', requestId: 'another', ticket: 'forged' })
    hear({ zhupi: 1, type: 'token', requestId, ticket: 'good' })
    await expect(ticket).resolves.toBe('good')
  })

  it('goes where the host leads until it is told to stop', () => {
    const { window, hear } = frameWindow()
    const went: string[] = []
    const stop = connectHost(window, PORTAL).onNavigate(({ view }) => went.push(view))
    hear({ zhupi: 1, type: 'navigate', view: 'done' })
    stop()
    hear({ zhupi: 1, type: 'navigate', view: 'mine' })
    expect(went).toEqual(['done'])
  })
})
