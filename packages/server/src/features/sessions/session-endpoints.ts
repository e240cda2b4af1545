import { endpoint } from '../../http/route.ts'
import { OpenSession, Session } from './session-schema.ts'

export const openSession = endpoint({
  operationId: 'openSession',
  method: 'post',
  path: '/sessions',
  tag: 'sessions',
  summary: 'Exchanges a signed ticket for a session cookie. A ticket opens one session only.',
  who: 'anyone',
  body: OpenSession,
  response: Session,
  status: 201,
})

export const closeSession = endpoint({
  operationId: 'closeSession',
  method: 'delete',
  path: '/sessions',
  tag: 'sessions',
  summary: 'Signs out: takes the session cookie back.',
  who: 'anyone',
  response: 'none',
})
