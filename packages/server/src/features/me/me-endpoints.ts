import { endpoint } from '../../http/route.ts'
import { Me } from './me-schema.ts'

export const readMe = endpoint({
  operationId: 'readMe',
  method: 'get',
  path: '/me',
  tag: 'me',
  summary: 'The signed-in person, and what the menu shows.',
  who: 'person',
  response: Me,
})
