import { createPublicKey, createSecretKey, type KeyObject } from 'node:crypto'
import { errors, type JWTPayload, jwtVerify, SignJWT } from 'jose'
import type { Clock } from '../../clock.ts'
import { ServerError } from '../../errors.ts'

export const TICKET_AUDIENCE = 'zhupi'
export const MAX_TICKET_ID = 128
const MAX_TICKET_LIFE_SECONDS = 300
const TOLERANCE_SECONDS = 5

/** How the host system signs its tickets: a shared secret (32 characters or more), or its RSA key, of which we know the public half (PEM). */
export type TicketKey = { algorithm: 'HS256'; secret: string } | { algorithm: 'RS256'; publicKey: string }

/** A ticket that holds. */
export interface Ticket {
  personId: string
  /** Unique name of the ticket; a session is opened once with it. */
  id: string | undefined
  /** Instant after which it is refused for certain. */
  expiresAt: string
}

/** Reads signed tickets (JWT): `sub` is the person, `aud` is `zhupi`, `exp` at most 5 minutes after `iat`. */
export interface Tickets {
  /** @throws ServerError `TICKET_EXPIRED`, `TICKET_INVALID` */
  read(token: string): Promise<Ticket>
}

export function createTickets(key: TicketKey, clock: Clock): Tickets {
  const verifyKey = toVerifyKey(key)
  return {
    async read(token) {
      const payload = await verify(token)
      const { sub, iat, exp, jti } = payload
      if (typeof sub !== 'string' || sub === '' || iat === undefined || exp === undefined)
        throw invalid('缺少 sub、iat 或 exp。')
      if (jti !== undefined && jti.length > MAX_TICKET_ID) throw invalid('jti 太长。')
      if (exp - iat > MAX_TICKET_LIFE_SECONDS) throw invalid('有效期超过 5 分钟。')
      if (iat > Date.parse(clock()) / 1000 + TOLERANCE_SECONDS) throw invalid('签发时间在将来，请核对两边的时钟。')
      return { personId: sub, id: jti, expiresAt: new Date((exp + TOLERANCE_SECONDS) * 1000).toISOString() }
    },
  }

  async function verify(token: string): Promise<JWTPayload> {
    try {
      const { payload } = await jwtVerify(token, verifyKey, {
        // Pinned: a token does not choose how it is checked.
        algorithms: [key.algorithm],
        audience: TICKET_AUDIENCE,
        currentDate: new Date(clock()),
        clockTolerance: TOLERANCE_SECONDS,
      })
      return payload
    } catch (cause) {
      if (cause instanceof errors.JWTExpired) throw new ServerError('TICKET_EXPIRED', {}, { cause })
      throw invalid(
        cause instanceof errors.JWTClaimValidationFailed ? `${cause.claim} 不正确。` : '签名不正确。',
        cause,
      )
    }
  }
}

/** Signs a ticket as a host system does: for tests, the demonstration and portals written in JavaScript. */
export async function signTicket(
  key: { secret: string },
  { personId, id, now }: { personId: string; id: string; now: string },
): Promise<string> {
  const issuedAt = Math.floor(Date.parse(now) / 1000)
  return new SignJWT()
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(personId)
    .setAudience(TICKET_AUDIENCE)
    .setJti(id)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + MAX_TICKET_LIFE_SECONDS)
    .sign(new TextEncoder().encode(key.secret))
}

/** A key of this form is made ready for checking once; bytes would be at every ticket. */
function toVerifyKey(key: TicketKey): KeyObject {
  return key.algorithm === 'HS256' ? createSecretKey(key.secret, 'utf8') : createPublicKey(key.publicKey)
}

function invalid(reason: string, cause?: unknown): ServerError {
  return new ServerError('TICKET_INVALID', { detail: `登录票据无效：${reason}` }, { cause })
}
