import type { AuditEntry, OwnSession, PersonSession } from '../../src/api/types.ts'
import type { FakeRequest } from '../fake-api.ts'
import { json } from './answers.ts'

const HASH = '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0'

const session = {
  id: 's-1',
  login: 'oidc',
  address: '10.37.3.21',
  device: 'Chrome 120 · Windows',
  createdAt: '2026-03-18T00:32:00.000Z',
  lastSeenAt: '2026-03-18T06:04:00.000Z',
}

export const fakeOwnSessions: OwnSession[] = [
  { ...session, current: true },
  {
    ...session,
    id: 's-2',
    address: '10.37.9.108',
    device: 'Safari · iPhone',
    createdAt: '2026-03-17T23:50:00.000Z',
    current: false,
  },
]

export const fakePersonSessions: PersonSession[] = [
  { ...session, person: { id: 'gxj-leader', name: '市工信局分管领导', unitName: '市工信局' } },
  {
    ...session,
    id: 's-3',
    device: '',
    login: 'ticket',
    address: '10.37.9.5',
    person: { id: 'zhangdian-iit-clerk', name: '张店区工信局经办', unitName: '张店区工信局' },
  },
]

const entry: AuditEntry = {
  seq: 1204,
  id: 'a-1204',
  at: '2026-03-18T06:04:00.000Z',
  kind: 'reveal',
  outcome: 'done',
  person: { id: 'gxj-clerk', name: '市工信局经办', unitName: '淄博市工业和信息化局' },
  address: '10.37.3.21',
  object: { type: 'case', id: '01a1f3c2-7d5e-7000-9306-a4e1fd714904' },
  detail: '身份证或护照号',
  requestId: '5b1f3f0e-65c1-4f0e-9d0e-3f0c2a8a1f11',
  hash: HASH,
}

export const fakeAudit: AuditEntry[] = [
  entry,
  {
    ...entry,
    seq: 1203,
    id: 'a-1203',
    kind: 'refused',
    outcome: 'refused',
    person: { id: 'xincailiao-clerk', name: '淄博示例新材料公司经办', unitName: '淄博示例新材料公司' },
    address: '203.0.113.7',
    detail: 'CASE_NOT_FOUND GET /api/v1/cases/:caseId',
  },
  {
    ...entry,
    seq: 1202,
    id: 'a-1202',
    kind: 'signInFailed',
    outcome: 'refused',
    person: null,
    address: '203.0.113.7',
    object: null,
    detail: 'TICKET_INVALID',
  },
  {
    ...entry,
    seq: 1201,
    id: 'a-1201',
    kind: 'publish',
    person: { id: 'city-hrss-admin', name: '市人社局系统管理员', unitName: '淄博市人力资源和社会保障局' },
    object: { type: 'definition', id: 'matter/huicai-quota' },
    detail: '',
  },
]

export const fakeVerification = {
  records: 1204,
  head: { seq: 1204, hash: HASH },
  broken: null,
  verifiedAt: '2026-03-18T06:05:00.000Z',
}

/** Sessions and the audit; undefined for what is neither. */
export function answerSecurity({ method, path, query }: FakeRequest): Response | undefined {
  const route = `${method} ${path}`
  if (route === 'GET /me/sessions') return json({ items: fakeOwnSessions, nextCursor: null })
  if (route === 'GET /admin/sessions') {
    const person = query.get('person')
    const items = fakePersonSessions.filter((one) => person === null || one.person.id === person)
    return json({ items, nextCursor: null })
  }
  if (/^DELETE \/(me|admin)\/sessions\/[^/]+$/.test(route)) return new Response(null, { status: 204 })
  if (route === 'GET /admin/audit/verification') return json(fakeVerification)
  if (route === 'GET /admin/audit') {
    const kind = query.get('kind')
    const object = query.get('object')
    const items = fakeAudit.filter(
      (one) => (kind === null || one.kind === kind) && (object === null || one.object?.id === object),
    )
    return json({ items, nextCursor: null })
  }
  return undefined
}
