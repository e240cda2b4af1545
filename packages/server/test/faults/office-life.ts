import { signTicket } from '../../src/ports/login/ticket.ts'
import type { Chance } from './chance.ts'
import type { Act } from './laws.ts'
import { TICKET_SECRET } from './office-process.ts'

const SIGNERS = ['signer-1', 'signer-2', 'signer-3']
const RETRY_MS = 20
const IDLE_MS = 50
/** A clerk applies while no more cases than this are on their way. */
const MAX_UNDER_WAY = 40

export interface OfficeLifeOptions {
  chance: Chance
  /** Where a server answers; undefined while none does. */
  url(): string | undefined
  /** Distance of the servers' clocks from the world's. */
  clockMs(): number
  /** Host of the receiver. */
  host: string
}

/** People at work: each asks until it is answered, whatever happens to the servers meanwhile. */
export interface OfficeLife {
  acts: readonly Act[]
  /** Answers by code, refusals and failures: `200`, `TASK_CLOSED`, `UNAVAILABLE`, `unreachable`. */
  answers: ReadonlyMap<string, number>
  begin(): void
  /** Applies no more. */
  closeDoor(): void
  /** Requests that wait for their answer. */
  waiting(): number
  /** Everybody goes home when they have been answered. */
  end(): Promise<void>
  /** Everybody goes home at once. */
  leave(): void
}

interface Answer {
  status: number
  body: { id?: string; code?: string; items?: Item[] }
}

interface Item {
  id: string
  version: number
  returned: boolean
  element: { id: string }
}

export function createOfficeLife({ chance, url, clockMs, host }: OfficeLifeOptions): OfficeLife {
  const acts: Act[] = []
  const answers = new Map<string, number>()
  let doorOpen = true
  let working = true
  let left = false
  let waiting = 0
  let sequence = 0
  let started = 0
  let signed = 0
  let workers: Promise<void>[] = []
  const tickets = new Map<string, string>()

  async function ticketOf(personId: string): Promise<string> {
    const known = tickets.get(personId)
    if (known) return known
    const now = new Date(Date.now() + clockMs()).toISOString()
    const ticket = await signTicket({ secret: TICKET_SECRET }, { personId, id: `ticket-${++sequence}`, now })
    tickets.set(personId, ticket)
    return ticket
  }

  /** One try. @returns undefined when nobody knows whether it was done */
  async function attempt(personId: string, path: string, body?: unknown, key?: string): Promise<Answer | undefined> {
    const base = url()
    if (base === undefined) return undefined
    const headers = {
      authorization: `Bearer ${await ticketOf(personId)}`,
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(key !== undefined && { 'idempotency-key': key }),
    }
    try {
      const response = await fetch(`${base}api/v1${path}`, {
        method: body === undefined ? 'GET' : 'POST',
        headers,
        body: body === undefined ? null : JSON.stringify(body),
        signal: AbortSignal.timeout(30_000),
      })
      const answer: Answer = { status: response.status, body: (await response.json()) as Answer['body'] }
      count(answer.body.code ?? String(answer.status))
      if (answer.status === 401) tickets.delete(personId)
      return answer.status === 401 || answer.status >= 500 ? undefined : answer
    } catch {
      count('unreachable')
      return undefined
    }
  }

  function count(name: string): void {
    answers.set(name, (answers.get(name) ?? 0) + 1)
  }

  /** The same request under the same key until somebody answers it. */
  async function ask(personId: string, path: string, body: unknown, key: string): Promise<Answer | undefined> {
    waiting += 1
    let answer: Answer | undefined
    while (!answer && !left) {
      answer = await attempt(personId, path, body, key)
      if (!answer) await pause(RETRY_MS)
    }
    waiting -= 1
    return answer
  }

  async function apply(): Promise<void> {
    const key = `start-${++sequence}`
    const values = { 事由: `第 ${sequence} 件`, 通知地址: `http://${host}/notify`, 办结地址: `http://${host}/deliver` }
    started += 1
    const answer = await ask('clerk', '/matters/circulation/cases', { values }, key)
    if (!answer) return
    const { status, body } = answer
    acts.push({ key, kind: 'start', id: body.id ?? '', taken: status === 201 })
  }

  async function decide(personId: string): Promise<void> {
    const list = await attempt(personId, '/tasks?box=todo&limit=20')
    const items = list?.body.items ?? []
    if (items.length === 0) return pause(IDLE_MS)
    const { id, version, element } = chance.pick(items)
    const back = element.id === 'head' && chance.below(6) === 0
    const body = back
      ? { type: 'return', to: 'sign', opinion: { text: '请补充。' }, version }
      : { type: 'approve', version }
    const key = `act-${++sequence}`
    const answer = await ask(personId, `/tasks/${id}/actions`, body, key)
    if (!answer) return
    const { status } = answer
    acts.push({ key, kind: back ? 'return' : 'approve', id, taken: status === 200 })
    if (status === 200 && element.id === 'head' && !back) signed += 1
  }

  async function work(turn: () => Promise<void>): Promise<void> {
    while (working) await turn()
  }

  return {
    acts,
    answers,
    waiting: () => waiting,
    begin() {
      const clerk = async () => (doorOpen && started - signed < MAX_UNDER_WAY ? apply() : pause(IDLE_MS))
      // Two of each signer: their own decisions meet, too.
      const signers = [...SIGNERS, ...SIGNERS].map((id) => work(() => decide(id)))
      workers = [work(clerk), work(clerk), ...signers, work(() => decide('head'))]
    },
    closeDoor() {
      doorOpen = false
    },
    async end() {
      working = false
      await Promise.all(workers)
    },
    leave() {
      working = false
      left = true
    },
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
