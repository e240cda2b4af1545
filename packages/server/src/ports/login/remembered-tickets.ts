import type { Clock } from '../../clock.ts'
import type { Ticket, Tickets } from './ticket.ts'

const MOST_REMEMBERED = 1000

/**
 * Tickets whose signature was checked, remembered until they end: a portal sends the same one with all that it asks for during five
 * minutes, and checking it costs more than most of what it asks for. A ticket that was refused is checked each time.
 */
export function rememberTickets(tickets: Tickets, clock: Clock): Tickets {
  const remembered = new Map<string, Ticket>()
  return {
    async read(token) {
      const known = remembered.get(token)
      if (known && clock() < known.expiresAt) return known
      remembered.delete(token)
      const ticket = await tickets.read(token)
      remembered.set(token, ticket)
      const [oldest] = remembered.keys()
      if (remembered.size > MOST_REMEMBERED && oldest !== undefined) remembered.delete(oldest)
      return ticket
    },
  }
}
