import { z } from 'zod'
import { Instant, PageQuery, page } from '../../http/schema.ts'

export const OpenSession = z
  .object({ ticket: z.string().min(1).max(4096).openapi({ description: 'Signed ticket (JWT) of the host system.' }) })
  .strict()
  .openapi('OpenSession')

export const Session = z
  .object({
    personId: z.string(),
    expiresAt: Instant.openapi({ description: 'When it ends if nothing is asked until then.' }),
  })
  .openapi('Session')

const openSession = {
  id: z.string(),
  login: z.string().openapi({ description: 'How it signed in: `ticket`, `oidc`, `demo`.' }),
  address: z.string().openapi({ description: 'Where it signed in from.' }),
  device: z.string().openapi({ description: '`Chrome 120 · Windows`; empty where the browser says nothing we know.' }),
  createdAt: Instant,
  lastSeenAt: Instant.openapi({ description: 'Written about once a minute.' }),
}

export const OwnSession = z
  .object({ ...openSession, current: z.boolean().openapi({ description: 'The one that asks.' }) })
  .openapi('OwnSession')
export const OwnSessionList = page(OwnSession).openapi('OwnSessionList')

export const PersonSession = z
  .object({ ...openSession, person: z.object({ id: z.string(), name: z.string(), unitName: z.string() }) })
  .openapi('PersonSession')
export const PersonSessionList = page(PersonSession).openapi('PersonSessionList')

export const SessionParams = z.object({ sessionId: z.string().min(1).max(64) })
export const OwnSessionQuery = PageQuery.pick({ cursor: true, limit: true })
export const PersonSessionQuery = OwnSessionQuery.extend({
  person: z.string().min(1).max(64).optional().openapi({ description: 'Id of a person.' }),
})
