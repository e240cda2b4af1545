import { randomUUID } from 'node:crypto'
import { SignJWT } from 'jose'

/** A signed ticket: says to Zhupi who is signed in here. Two minutes, one use. */
export function signTicket(personId: string, secret: string): Promise<string> {
  return new SignJWT()
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setSubject(personId)
    .setIssuer('city-portal')
    .setAudience('zhupi')
    .setJti(randomUUID())
    .setIssuedAt()
    .setExpirationTime('2m')
    .sign(new TextEncoder().encode(secret))
}
