/*
 * `zhupi.js`: puts Zhupi into any page of a host system. It is sent out as ES5 without any helper library, because it
 * runs in the pages of portals that are older than everything else here: no newer built-ins than such pages have.
 *
 *   var view = Zhupi.mount(element, { src: 'https://oa.example.cn/zhupi/', view: 'inbox', onTodoChanged: show })
 *   view.navigate({ view: 'task', id: '…' })
 *   view.destroy()
 *
 * or `<zhupi-view src="/zhupi/" view="inbox"></zhupi-view>`, which fires `navigate`, `todochanged` and `tokenneeded`.
 */
import type { FrameMessage, HostMessage, ViewTarget } from '../embed/messages.ts'

export interface ZhupiOptions extends ViewTarget {
  /** Folder of Zhupi, absolute or relative to the page; with or without the slash at the end. */
  src: string
  /** `fill` (default): the frame fills the element, or the rest of the window. `content`: as high as its content. */
  height?: 'fill' | 'content'
  /** Words for screen readers; 审批 by default. */
  title?: string
  /** `zh-CN` by default, or `en-US`. */
  language?: string
  /** A signed ticket to begin with. Later ones come from `onTokenNeeded`. */
  token?: string
  onReady?: () => void
  onNavigate?: (target: ViewTarget) => void
  onTodoChanged?: (count: number) => void
  /** Asked for a signed ticket when the session is missing or over; answers at once or by a promise. */
  onTokenNeeded?: () => string | null | undefined | PromiseLike<string | null | undefined>
}

export interface ZhupiView {
  navigate(target: ViewTarget): void
  destroy(): void
}

var VERSION = 1 as const
/** Below this the frame would be a slit: the element has no height of its own. */
var SLIT = 80

function folderOf(src: string): string {
  var link = document.createElement('a')
  link.href = src
  return link.href.replace(/[?#].*$/, '').replace(/\/?$/, '/')
}

function originOf(address: string): string {
  return address.replace(/^(\w+:\/\/[^/]+).*$/, '$1')
}

function addressOf(folder: string, target: ViewTarget, language: string | undefined): string {
  var query = `host=${encodeURIComponent(location.origin)}`
  if (target.id) query += `&id=${encodeURIComponent(target.id)}`
  if (target.matter) query += `&matter=${encodeURIComponent(target.matter)}`
  if (target.register) query += `&register=${encodeURIComponent(target.register)}`
  if (language) query += `&lang=${encodeURIComponent(language)}`
  return `${folder + target.view}?${query}`
}

function targetFrom(from: ViewTarget): ViewTarget {
  return { view: from.view, id: from.id, matter: from.matter, register: from.register }
}

/** Puts a screen of Zhupi into an element of the page. */
export function mount(element: HTMLElement, options: ZhupiOptions): ZhupiView {
  if (!element) throw new Error('Zhupi.mount: the element does not exist')
  if (!options?.src) throw new Error('Zhupi.mount: options.src is missing, e.g. "/zhupi/"')
  var folder = folderOf(options.src)
  var origin = originOf(folder)
  var frame = document.createElement('iframe')
  var firstTicket = options.token

  frame.title = options.title || '审批'
  frame.setAttribute('allow', 'clipboard-write')
  frame.style.display = 'block'
  frame.style.width = '100%'
  frame.style.border = '0'
  frame.style.height = '0'

  function send(message: HostMessage) {
    if (frame.contentWindow) frame.contentWindow.postMessage(message, origin)
  }

  function fit() {
    if (options.height === 'content') return
    frame.style.height = '0'
    if (element.clientHeight > SLIT) {
      frame.style.height = '100%'
      return
    }
    var top = element.getBoundingClientRect().top + window.pageYOffset
    frame.style.height = `${Math.max(window.innerHeight - top, 320)}px`
  }

  function answerTicket(requestId: string, ticket: string | null | undefined) {
    send({ zhupi: VERSION, type: 'token', requestId: requestId, ticket: ticket || null })
  }

  function giveTicket(requestId: string) {
    var ticket = firstTicket
    firstTicket = undefined
    if (ticket) return answerTicket(requestId, ticket)
    var answer = options.onTokenNeeded ? options.onTokenNeeded() : null
    if (answer && typeof answer === 'object') {
      answer.then(
        (later) => {
          answerTicket(requestId, later)
        },
        () => {
          answerTicket(requestId, null)
        },
      )
    } else {
      answerTicket(requestId, answer)
    }
  }

  function hear(event: MessageEvent) {
    if (event.source !== frame.contentWindow || event.origin !== origin) return
    var message = event.data as FrameMessage | null
    if (!message || message.zhupi !== VERSION) return
    if (message.type === 'hello') send({ zhupi: VERSION, type: 'welcome' })
    else if (message.type === 'ready' && options.onReady) options.onReady()
    else if (message.type === 'navigate' && options.onNavigate) options.onNavigate(targetFrom(message))
    else if (message.type === 'todoChanged' && options.onTodoChanged) options.onTodoChanged(message.count)
    else if (message.type === 'tokenNeeded') giveTicket(message.requestId)
    else if (message.type === 'resize' && options.height === 'content') frame.style.height = `${message.height}px`
  }

  window.addEventListener('message', hear)
  window.addEventListener('resize', fit)
  frame.src = addressOf(folder, options.view ? options : { view: 'inbox' }, options.language)
  element.appendChild(frame)
  fit()

  return {
    navigate: (target) => {
      var goTo = targetFrom(target)
      send({
        zhupi: VERSION,
        type: 'navigate',
        view: goTo.view,
        id: goTo.id,
        matter: goTo.matter,
        register: goTo.register,
      })
    },
    destroy: () => {
      window.removeEventListener('message', hear)
      window.removeEventListener('resize', fit)
      if (frame.parentNode) frame.parentNode.removeChild(frame)
    },
  }
}

/** `<zhupi-view src view target matter register token language height>`: `mount` as an element; `target` is the id of the task or case. */
function defineElement() {
  interface ViewElement extends HTMLElement {
    zhupi?: ZhupiView
  }
  // A class in ES5 cannot extend HTMLElement; Reflect.construct makes the element all the same.
  function viewElement(this: unknown): object {
    return Reflect.construct(HTMLElement, [], viewElement)
  }
  function text(element: Element, name: string) {
    return element.getAttribute(name) || undefined
  }
  function tell(element: Element, name: string, detail: unknown) {
    element.dispatchEvent(new CustomEvent(name, { detail: detail, bubbles: true }))
  }
  viewElement.prototype = Object.create(HTMLElement.prototype)
  viewElement.prototype.constructor = viewElement
  viewElement.prototype.connectedCallback = function (this: ViewElement) {
    this.style.display = 'block'
    this.zhupi = mount(this, {
      src: text(this, 'src') || '',
      view: (text(this, 'view') || 'inbox') as ViewTarget['view'],
      id: text(this, 'target'),
      matter: text(this, 'matter'),
      register: text(this, 'register'),
      token: text(this, 'token'),
      height: text(this, 'height') === 'content' ? 'content' : 'fill',
      onNavigate: (target) => {
        tell(this, 'navigate', target)
      },
      onTodoChanged: (count) => {
        tell(this, 'todochanged', count)
      },
      onTokenNeeded: () =>
        new Promise((resolve) => {
          tell(this, 'tokenneeded', { give: resolve })
        }),
    })
  }
  viewElement.prototype.disconnectedCallback = function (this: ViewElement) {
    if (this.zhupi) this.zhupi.destroy()
  }
  customElements.define('zhupi-view', viewElement as unknown as CustomElementConstructor)
}

if (typeof customElements !== 'undefined' && !customElements.get('zhupi-view')) defineElement()
