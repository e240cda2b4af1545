import { ServerError } from '../../errors.ts'

/** Runs at most `width` works at a time; at most `length` more may wait. @throws ServerError `PRINTER_UNAVAILABLE` */
export function createWorkQueue(width: number, length: number) {
  const waiting: Array<() => void> = []
  let running = 0

  async function enter(): Promise<void> {
    if (running < width) {
      running += 1
      return
    }
    if (waiting.length >= length)
      throw new ServerError('PRINTER_UNAVAILABLE', { detail: '等待打印的人太多，请稍后重试。' })
    await new Promise<void>((resolve) => waiting.push(resolve))
  }

  function leave(): void {
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }

  return async function run<T>(work: () => Promise<T>): Promise<T> {
    await enter()
    try {
      return await work()
    } finally {
      leave()
    }
  }
}
