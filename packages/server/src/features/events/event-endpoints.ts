import { endpoint } from '../../http/route.ts'

export const readEvents = endpoint({
  operationId: 'readEvents',
  method: 'get',
  path: '/events',
  tag: 'events',
  summary:
    'What changes for the person, as it happens (server-sent events). `inbox` { todo }: how many tasks wait; `case` { caseId, version }: a case that the person may read has moved; `notice` { unread }: the person was told something; `reset`: too much was missed, ask everything again. `Last-Event-ID` goes on where a connection broke off.',
  who: 'person',
  response: 'events',
})
