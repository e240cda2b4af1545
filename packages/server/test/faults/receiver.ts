import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Chance } from './chance.ts'
import type { Delivery } from './laws.ts'

/** Another system that is called: it notes every call, now and then fails, and now and then breaks off after it has noted. */
export interface Receiver {
  host: string
  deliveries: readonly Delivery[]
  /** From now on it fails no more. */
  recover(): void
  close(): void
}

export async function startReceiver(chance: Chance): Promise<Receiver> {
  const deliveries: Delivery[] = []
  let failing = true
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const accepted = !failing || chance.below(20) > 0
      const body: { case: string } = JSON.parse(Buffer.concat(chunks).toString())
      const key = String(request.headers['idempotency-key'])
      deliveries.push({ key, path: request.url ?? '', caseId: body.case, accepted })
      if (failing && chance.below(20) === 0) response.destroy()
      else response.writeHead(accepted ? 200 : 503, { 'content-type': 'application/json' }).end('{}')
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    deliveries,
    recover() {
      failing = false
    },
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}
