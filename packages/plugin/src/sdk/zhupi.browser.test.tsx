import { afterEach, describe, expect, it } from 'vitest'
import type { FrameMessage, HostMessage } from '../embed/messages.ts'
import { mount, type ZhupiOptions, type ZhupiView } from './zhupi.ts'

let view: ZhupiView | undefined
let element: HTMLElement

afterEach(() => {
  view?.destroy()
  element.remove()
})

/** The SDK on the page, with what the frame would do: speak from inside it, and hear what the host says to it. */
function embed(options: Partial<ZhupiOptions>, height = '600px') {
  element = document.createElement('div')
  element.style.height = height
  document.body.append(element)
  view = mount(element, { src: '/zhupi-frame-of-a-test', view: 'inbox', ...options })
  const frame = element.querySelector('iframe') as HTMLIFrameElement
  const inside = frame.contentWindow as Window & { Function: FunctionConstructor }
  const heard: HostMessage[] = []
  inside.addEventListener('message', (event) => heard.push(event.data))
  return {
    frame,
    heard,
    say: (message: FrameMessage) => new inside.Function('message', 'parent.postMessage(message, "*")')(message),
  }
}

describe('Zhupi.mount', () => {
  it('names the screen and its own origin in the address', () => {
    const { frame } = embed({ view: 'task', id: 'a b' })
    const address = new URL(frame.src)
    expect(address.pathname).toBe('/zhupi-frame-of-a-test/task')
    expect(address.searchParams.get('id')).toBe('a b')
    expect(address.searchParams.get('host')).toBe(location.origin)
  })

  it('welcomes a frame of its version and passes on what it tells', async () => {
    const told: unknown[] = []
    const { say, heard } = embed({ onTodoChanged: (n) => told.push(n), onNavigate: (target) => told.push(target.view) })
    say({ zhupi: 1, type: 'hello' })
    say({ zhupi: 1, type: 'todoChanged', count: 7 })
    say({ zhupi: 1, type: 'navigate', view: 'done' })
    await expect.poll(() => told).toEqual([7, 'done'])
    await expect.poll(() => heard).toContainEqual({ zhupi: 1, type: 'welcome' })
  })

  it('hears no other window and no other version', async () => {
    const told: number[] = []
    const { say } = embed({ onTodoChanged: (n) => told.push(n) })
    window.postMessage({ zhupi: 1, type: 'todoChanged', count: 666 }, location.origin)
    say({ zhupi: 2, type: 'todoChanged', count: 667 } as never)
    say({ zhupi: 1, type: 'todoChanged', count: 8 })
    await expect.poll(() => told).toEqual([8])
  })

  it('gives the first ticket, then asks the host for the next ones', async () => {
    const { say, heard } = embed({ token: 'first', onTokenNeeded: () => Promise.resolve('second') })
    say({ zhupi: 1, type: 'tokenNeeded', requestId: 'a' })
    say({ zhupi: 1, type: 'tokenNeeded', requestId: 'b' })
    await expect
      .poll(() => heard)
      .toEqual([
        { zhupi: 1, type: 'token', requestId: 'a', ticket: 'first' },
        { zhupi: 1, type: 'token', requestId: 'b', ticket: 'second' },
      ])
  })

  it('answers that it has no ticket when asking the host fails', async () => {
    const { say, heard } = embed({ onTokenNeeded: () => Promise.reject(new Error('no session')) })
    say({ zhupi: 1, type: 'tokenNeeded', requestId: 'a' })
    await expect.poll(() => heard).toEqual([{ zhupi: 1, type: 'token', requestId: 'a', ticket: null }])
  })

  it('fills its element, or the rest of the window below it', () => {
    expect(embed({}).frame.clientHeight).toBe(600)
    view?.destroy()
    element.remove()
    const { frame } = embed({}, 'auto')
    const top = element.getBoundingClientRect().top + window.scrollY
    expect(frame.clientHeight).toBe(Math.round(Math.max(window.innerHeight - top, 320)))
  })

  it('leads the frame to another screen, and leaves nothing behind', async () => {
    const { heard } = embed({})
    view?.navigate({ view: 'case', id: 'c-1' })
    await expect
      .poll(() => heard)
      .toContainEqual(expect.objectContaining({ type: 'navigate', view: 'case', id: 'c-1' }))
    view?.destroy()
    expect(element.childElementCount).toBe(0)
  })

  it('is an element too', () => {
    element = document.createElement('div')
    element.innerHTML = '<zhupi-view src="/zhupi-frame-of-a-test/" view="register" register="cards"></zhupi-view>'
    document.body.append(element)
    expect(element.querySelector('iframe')?.src).toContain('/zhupi-frame-of-a-test/register?')
    expect(element.querySelector('iframe')?.src).toContain('register=cards')
  })
})
