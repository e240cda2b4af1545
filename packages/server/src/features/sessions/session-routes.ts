import { auditedAs } from '../../audit/audit-request.ts'
import { ServerError } from '../../errors.ts'
import { type Route, route } from '../../http/route.ts'
import type { Directory } from '../../ports/directory/directory.ts'
import type { Sessions } from '../../ports/login/session.ts'
import type { SessionRecord } from '../../ports/login/session-repository.ts'
import type { Tickets } from '../../ports/login/ticket.ts'
import type { UsedTickets } from '../../ports/login/used-tickets.ts'
import {
  closeSession,
  endOwnSession,
  endSession,
  listOwnSessions,
  listSessions,
  openSession,
} from './session-endpoints.ts'

const MAX_TICKET_ID = 128

export interface SessionRoutesDeps {
  sessions: Sessions
  directory: Directory
  /** Without a ticket key no ticket opens a session. */
  tickets?: Tickets
  usedTickets: UsedTickets
}

/** `/sessions`: signs a browser in with a ticket, and out; `/me/sessions`, `/admin/sessions`: who is signed in, and where. */
export function sessionRoutes({ sessions, directory, tickets, usedTickets }: SessionRoutesDeps): Route[] {
  return [
    route(openSession, async ({ body, ctx }) => {
      if (!tickets) throw new ServerError('TICKET_INVALID', { detail: '本系统没有配置票据登录。' })
      const { personId, id, expiresAt } = await tickets.read(body.ticket)
      ctx.state.claimedPerson = personId
      if (!id || id.length > MAX_TICKET_ID)
        throw new ServerError('TICKET_INVALID', { detail: '登录票据无效：缺少 jti。' })
      if (!directory.person(personId)?.enabled) throw new ServerError('PERSON_UNKNOWN')
      if (!(await usedTickets.use(id, expiresAt))) {
        throw new ServerError('TICKET_INVALID', { detail: '登录票据已经用过，请回到门户重新进入。' })
      }
      return { personId, expiresAt: await sessions.open(ctx, personId, 'ticket') }
    }),
    route(closeSession, async ({ ctx }) => {
      await sessions.close(ctx)
      return undefined
    }),
    route(listOwnSessions, async ({ actor, query, ctx }) => {
      const { items, nextCursor } = await sessions.list({ ...query, personId: actor.person.id })
      const current = sessions.idOf(ctx)
      return { items: items.map((one) => ({ ...presentSession(one), current: one.id === current })), nextCursor }
    }),
    route(endOwnSession, async ({ actor, params }) => {
      const ended = await sessions.end(params.sessionId, auditedAs(actor), actor.person.id)
      if (ended === undefined) throw new ServerError('SESSION_NOT_FOUND')
      return undefined
    }),
    route(listSessions, async ({ query: { person, ...paging } }) => {
      const { items, nextCursor } = await sessions.list({
        ...paging,
        ...(person !== undefined && { personId: person }),
      })
      return { items: items.map((one) => ({ ...presentSession(one), person: personOf(one) })), nextCursor }
    }),
    route(endSession, async ({ actor, params }) => {
      if ((await sessions.end(params.sessionId, auditedAs(actor))) === undefined)
        throw new ServerError('SESSION_NOT_FOUND')
      return undefined
    }),
  ]

  function personOf({ personId }: SessionRecord) {
    const person = directory.person(personId)
    const unit = person && directory.unit(person.unitId)
    return { id: personId, name: person?.name ?? personId, unitName: unit?.shortName ?? '' }
  }
}

function presentSession({ id, login, address, device, createdAt, lastSeenAt }: SessionRecord) {
  return { id, login, address, device, createdAt, lastSeenAt }
}
