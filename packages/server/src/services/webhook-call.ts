import { ServerError } from '../errors.ts'

const TIMEOUT_MS = 10_000
const MAX_ANSWER_BYTES = 1_000_000

/** Sends a request to another system. */
export type Fetch = typeof fetch

/**
 * `webhook.call`: posts the inputs, without `url`, as JSON to a host on the list. The key tells the receiver about a repeat.
 *
 * @returns the JSON of the answer, for `zhupi:output`
 * @throws ServerError `SERVICE_INPUT_INVALID` when the host is not on the list, `SERVICE_FAILED` for an answer that is no success
 */
export async function callWebhook(
  input: Readonly<Record<string, unknown>>,
  { key, hosts, send }: { key: string; hosts: readonly string[]; send: Fetch },
): Promise<unknown> {
  const { url, ...body } = input
  const target = typeof url === 'string' && URL.canParse(url) ? new URL(url) : undefined
  if (!target || !['http:', 'https:'].includes(target.protocol) || !hosts.includes(target.host)) {
    throw new ServerError('SERVICE_INPUT_INVALID', { detail: `webhook.call 的地址不在允许的主机之列：${String(url)}` })
  }
  const answer = await send(target, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': key },
    body: JSON.stringify(body),
    redirect: 'error',
    signal: AbortSignal.timeout(TIMEOUT_MS),
  })
  const text = await answer.text()
  if (!answer.ok) throw new ServerError('SERVICE_FAILED', { detail: `${target.host} 回答 ${answer.status}。` })
  if (text.length > MAX_ANSWER_BYTES) throw new ServerError('SERVICE_FAILED', { detail: `${target.host} 的回答太大。` })
  try {
    return text ? JSON.parse(text) : null
  } catch (cause) {
    throw new ServerError('SERVICE_FAILED', { detail: `${target.host} 的回答不是 JSON。` }, { cause })
  }
}
