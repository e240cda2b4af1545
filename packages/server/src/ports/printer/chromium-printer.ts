import type { Browser } from 'playwright-core'
import { ServerError } from '../../errors.ts'
import { evenPages } from './even-pages.ts'
import { findChromium } from './find-chromium.ts'
import type { Printer } from './printer.ts'
import { createWorkQueue } from './work-queue.ts'

const AT_ONCE = 2
const WAITING = 50
const TIMEOUT_MS = 20_000

export interface ChromiumPrinterOptions {
  /** Path of the browser; by default the installed one is looked for at the first print. */
  executablePath?: string
  timeoutMs?: number
}

/**
 * Prints by one Chromium that is started at the first print, kept, and started anew when it died. A page has no script, no
 * network and no cookies; two print at a time.
 */
export function createChromiumPrinter({
  executablePath,
  timeoutMs = TIMEOUT_MS,
}: ChromiumPrinterOptions = {}): Printer {
  const queue = createWorkQueue(AT_ONCE, WAITING)
  let starting: Promise<Browser> | undefined

  function browser(): Promise<Browser> {
    starting ??= start().catch((error: unknown) => {
      starting = undefined
      throw error
    })
    return starting
  }

  async function start(): Promise<Browser> {
    const path = executablePath ?? findChromium()
    if (!path) throw new ServerError('PRINTER_UNAVAILABLE', { detail: '服务器上没有安装 Chromium，请联系管理员。' })
    // Loaded by who prints: it is larger than the rest of the server.
    const { chromium } = await import('playwright-core')
    // Chromium's own sandbox refuses to run as root, which is what containers usually are.
    const started = await chromium.launch({ executablePath: path, chromiumSandbox: process.getuid?.() !== 0 })
    started.on('disconnected', () => {
      starting = undefined
    })
    return started
  }

  async function printWith(running: Browser, html: string): Promise<Buffer> {
    const context = await running.newContext({ javaScriptEnabled: false, offline: true, serviceWorkers: 'block' })
    try {
      await context.route('**/*', (request) => request.abort())
      const page = await context.newPage()
      page.setDefaultTimeout(timeoutMs)
      await page.setContent(html, { waitUntil: 'load' })
      return await page.pdf({ preferCSSPageSize: true, printBackground: true })
    } finally {
      await context.close().catch(ignoreDead)
    }
  }

  /** A browser that died in between is started once more. */
  async function printOnce(html: string): Promise<Buffer> {
    const running = await browser()
    try {
      return await within(timeoutMs, printWith(running, html))
    } catch (error) {
      if (running.isConnected()) throw error
      return within(timeoutMs, printWith(await browser(), html))
    }
  }

  return {
    async print(html, { duplex = false } = {}) {
      const pdf = await queue(() => printOnce(html)).catch((cause: unknown) => {
        throw cause instanceof ServerError ? cause : new ServerError('PRINTER_UNAVAILABLE', {}, { cause })
      })
      return duplex ? evenPages(pdf) : pdf
    },
    async close() {
      const running = await starting?.catch(() => undefined)
      await running?.close()
    },
  }
}

function ignoreDead(): void {
  // Its browser is gone, and the context with it.
}

/** Rejects when the work takes longer; the work itself ends with its context. */
async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(
      () => reject(new ServerError('PRINTER_UNAVAILABLE', { detail: '打印用的时间太长，请稍后重试。' })),
      ms,
    )
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
