import { expect, it } from 'vitest'
import { rememberTickets } from './remembered-tickets.ts'
import { createTickets, signTicket, type Tickets } from './ticket.ts'

const SECRET = 'a-secret-of-tickets-that-is-long-enough-0123456789'
const NOW = '2026-03-16T01:00:00.000Z'

/** Tickets that are checked by one clock, and how often a signature was. */
function portal() {
  const clock = { now: NOW }
  const counted = { checks: 0 }
  const tickets = createTickets({ algorithm: 'HS256', secret: SECRET }, () => clock.now)
  const counting: Tickets = {
    read(token) {
      counted.checks += 1
      return tickets.read(token)
    },
  }
  return { clock, counted, tickets: rememberTickets(counting, () => clock.now) }
}

const ticketOf = (personId: string) => signTicket({ secret: SECRET }, { personId, id: personId, now: NOW })

it('checks the signature of a ticket once, and its end each time', async () => {
  const { clock, counted, tickets } = portal()
  const token = await ticketOf('clerk')
  for (let time = 0; time < 3; time += 1) expect(await tickets.read(token)).toMatchObject({ personId: 'clerk' })
  expect(counted.checks).toBe(1)
  clock.now = '2026-03-16T01:05:04.000Z'
  expect(await tickets.read(token)).toMatchObject({ personId: 'clerk' })
  clock.now = '2026-03-16T01:05:05.000Z'
  await expect(tickets.read(token)).rejects.toMatchObject({ code: 'TICKET_EXPIRED' })
})

it('remembers nothing of a ticket that was refused', async () => {
  const { counted, tickets } = portal()
  const token = await ticketOf('clerk')
  const forged = `${token.slice(0, -4)}AAAA`
  await tickets.read(token)
  await expect(tickets.read(forged)).rejects.toMatchObject({ code: 'TICKET_INVALID' })
  await expect(tickets.read(forged)).rejects.toMatchObject({ code: 'TICKET_INVALID' })
  expect(counted.checks).toBe(3)
})

it('forgets the oldest of more than a thousand tickets', async () => {
  const { counted, tickets } = portal()
  const tokens = await Promise.all(Array.from({ length: 1001 }, (_, at) => ticketOf(`clerk-${at}`)))
  for (const token of tokens) await tickets.read(token)
  await tickets.read(tokens[1] ?? '')
  expect(counted.checks).toBe(1001)
  await tickets.read(tokens[0] ?? '')
  expect(counted.checks).toBe(1002)
})
