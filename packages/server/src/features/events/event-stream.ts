import { PassThrough } from 'node:stream'
import type { Context } from 'koa'
import type { Actor } from '../../http/actor.ts'
import type { EventHub, LiveEvent } from './event-hub.ts'

/** Then the browser connects anew and shows who it is: a ticket does not listen on for long. */
const LONGEST_MS = 15 * 60_000
const RETRY_MS = 3000
const EVENT_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/**
 * Answers with a stream of events until the other side goes, the server stops, the session ends, or the time is over.
 *
 * Source: WHATWG HTML, section 9.2 (server-sent events).
 */
export async function streamEvents(
  hub: EventHub,
  actor: Actor,
  ctx: Context,
  sessionId: string | undefined,
): Promise<void> {
  const stream = new PassThrough()
  const asked = ctx.get('Last-Event-ID')
  const close = await hub.listen(
    {
      actor,
      ...(sessionId !== undefined && { sessionId }),
      send: (event) => void stream.write(toText(event)),
      beat: () => void stream.write(':\n\n'),
      end: () => void stream.end(),
    },
    EVENT_ID.test(asked) ? asked : undefined,
  )
  const longest = setTimeout(() => stream.end(), LONGEST_MS)
  stream.on('close', () => {
    close()
    clearTimeout(longest)
  })
  ctx.req.on('close', () => stream.destroy())
  ctx.type = 'text/event-stream'
  ctx.set({ 'Cache-Control': 'no-store', 'X-Accel-Buffering': 'no' })
  // A compressed stream waits for more to compress.
  ctx.compress = false
  stream.write(`retry: ${RETRY_MS}\n\n`)
  ctx.body = stream
}

function toText(event: LiveEvent): string {
  const { type, ...data } = event
  if (event.type !== 'case') return `event: ${type}\ndata: ${JSON.stringify(data)}\n\n`
  const { id, caseId, version } = event
  return `id: ${id}\nevent: case\ndata: ${JSON.stringify({ caseId, version })}\n\n`
}
