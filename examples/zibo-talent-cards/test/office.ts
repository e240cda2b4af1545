import { crc32, deflateSync } from 'node:zlib'
import type { TestApp, TestClient } from '@zhupi/server/testing'

interface Task {
  id: string
  version: number
  opinion: { seal: boolean; seals: Array<{ id: string }> }
  returnTargets: Array<{ element: { id: string; name: string }; initiator: boolean }>
}
interface TaskList {
  items: Array<{ id: string; case: { id: string }; element: { id: string } }>
}

/** One account of an office at work: its decisions, over HTTP, with a signature and the seal of its unit. */
export function office(app: TestApp, personId: string) {
  const client: TestClient = app.as(personId)

  async function task(caseId: string): Promise<Task> {
    const { items } = await client.get<TaskList>('/tasks?box=todo&limit=100')
    const found = items.find((item) => item.case.id === caseId)
    if (!found) throw new Error(`${personId} has nothing to do in this case`)
    return client.get<Task>(`/tasks/${found.id}`)
  }

  async function act(caseId: string, type: string, text: string, rest: Record<string, unknown> = {}) {
    const { id, version, opinion } = await task(caseId)
    const seal = opinion.seal ? opinion.seals[0]?.id : undefined
    const signature = await client.upload('signature.png', picture(200, 80))
    return client.post(`/tasks/${id}/actions`, { type, version, opinion: { text, signature, seal }, ...rest })
  }

  return {
    client,
    task,
    approve: (caseId: string, text = '同意。', values?: Record<string, unknown>) =>
      act(caseId, 'approve', text, values && { values }),
    reject: (caseId: string, text: string) => act(caseId, 'reject', text),
    return: (caseId: string, to: string, text: string, after: 'replay' | 'straight' = 'replay') =>
      act(caseId, 'return', text, { to, after }),
    async resubmit(caseId: string, values: Record<string, unknown>) {
      const { id, version } = await task(caseId)
      return client.post(`/tasks/${id}/actions`, { type: 'resubmit', version, values })
    },
  }
}

/** A grey picture, PNG. */
export function picture(width: number, height: number): Uint8Array {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 0, 0, 0, 0], 8)
  const rows = Buffer.alloc((width + 1) * height, 0x99)
  for (let row = 0; row < height; row++) rows[row * (width + 1)] = 0
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'ascii'), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const check = Buffer.alloc(4)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, check])
}
