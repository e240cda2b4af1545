import type { EventStream } from '../../src/api/live.ts'

/** A stream of events that says what a test tells it to. */
export function createFakeEvents() {
  const listeners = new Map<string, Array<(event: MessageEvent<string>) => void>>()
  const stream = {
    closed: false,
    addEventListener(type: string, listener: (event: MessageEvent<string>) => void) {
      listeners.set(type, [...(listeners.get(type) ?? []), listener])
    },
    close() {
      stream.closed = true
    },
    emit(type: string, data: unknown) {
      for (const listener of listeners.get(type) ?? []) {
        listener({ data: JSON.stringify(data) } as MessageEvent<string>)
      }
    },
  } satisfies EventStream & Record<string, unknown>
  return stream
}
