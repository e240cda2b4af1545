import { createHmac } from 'node:crypto'
import { ServerError } from '../../errors.ts'
import type { NoticeKind } from '../../features/notifications/notice.ts'
import type { Fetch } from '../../services/webhook-call.ts'
import type { Notifier } from './notifier.ts'

export interface WebhookNotifierOptions {
  /** Where the notifications are posted. */
  url: string
  /** Signs what is posted, so that the receiver knows whose it is. */
  secret?: string | undefined
  kinds?: readonly NoticeKind[] | undefined
}

const TIMEOUT_MS = 10_000

/**
 * Posts notifications to one address of the host: `{ notifications: […] }`, with `Idempotency-Key`. With a secret it is signed:
 * `X-Zhupi-Timestamp` (seconds since 1970) and `X-Zhupi-Signature: sha256=HEX`, the HMAC of `TIMESTAMP.BODY`.
 *
 * @param send guards against addresses inside that are not allowed
 * @param now milliseconds of the wall
 */
export function createWebhookNotifier(
  { url, secret, kinds }: WebhookNotifierOptions,
  { send, now = Date.now }: { send: Fetch; now?: () => number },
): Notifier {
  const target = new URL(url)
  return {
    name: 'webhook',
    ...(kinds && { kinds }),
    async send(notifications, key) {
      const body = JSON.stringify({ notifications })
      const answer = await send(target, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'idempotency-key': key,
          ...(secret !== undefined && signature(secret, body, now())),
        },
        body,
        redirect: 'error',
        signal: AbortSignal.timeout(TIMEOUT_MS),
      })
      await answer.body?.cancel()
      if (!answer.ok) throw new ServerError('SERVICE_FAILED', { detail: `${target.host} 回答 ${answer.status}。` })
    },
  }
}

function signature(secret: string, body: string, now: number): Record<string, string> {
  const timestamp = String(Math.floor(now / 1000))
  const digest = createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')
  return { 'x-zhupi-timestamp': timestamp, 'x-zhupi-signature': `sha256=${digest}` }
}
