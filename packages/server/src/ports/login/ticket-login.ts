import type { Login } from './login.ts'
import type { Tickets } from './ticket.ts'

const BEARER = /^Bearer ([\w.-]+)$/i

/** Signs in a request that carries `Authorization: Bearer` and a signed ticket: for servers, and for portals without cookies. */
export function createTicketLogin(tickets: Tickets): Login {
  return {
    name: 'ticket',
    async authenticate(ctx) {
      const header = ctx.get('Authorization')
      if (header === '') return undefined
      const { personId } = await tickets.read(BEARER.exec(header)?.[1] ?? '')
      return personId
    },
  }
}
