import { endpoint } from '../../http/route.ts'
import {
  OpenSession,
  OwnSessionList,
  OwnSessionQuery,
  PersonSessionList,
  PersonSessionQuery,
  Session,
  SessionParams,
} from './session-schema.ts'

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
  summary: 'Signs out: ends the session and takes its cookie back.',
  who: 'anyone',
  response: 'none',
})

export const listOwnSessions = endpoint({
  operationId: 'listOwnSessions',
  method: 'get',
  path: '/me/sessions',
  tag: 'sessions',
  summary: 'Where one is signed in, the last seen first.',
  who: 'person',
  query: OwnSessionQuery,
  response: OwnSessionList,
})

export const endOwnSession = endpoint({
  operationId: 'endOwnSession',
  audited: 'byService',
  method: 'delete',
  path: '/me/sessions/:sessionId',
  tag: 'sessions',
  summary: 'Signs one of the own browsers out.',
  who: 'person',
  params: SessionParams,
  response: 'none',
})

export const listSessions = endpoint({
  operationId: 'listSessions',
  method: 'get',
  path: '/admin/sessions',
  tag: 'sessions',
  summary: 'Who is signed in, the last seen first: of a person, or all.',
  who: 'security',
  query: PersonSessionQuery,
  response: PersonSessionList,
})

export const endSession = endpoint({
  operationId: 'endSession',
  audited: 'byService',
  method: 'delete',
  path: '/admin/sessions/:sessionId',
  tag: 'sessions',
  summary: "Signs somebody's browser out. Other processes see it after at most five seconds.",
  who: 'security',
  params: SessionParams,
  response: 'none',
})
