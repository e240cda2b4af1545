import { endpoint } from '../../http/route.ts'
import { DirectoryQuery, PeopleQuery, PersonList, UnitList } from './directory-schema.ts'

export const findPeople = endpoint({
  operationId: 'findPeople',
  method: 'get',
  path: '/people',
  tag: 'directory',
  summary: 'People to choose from, e.g. to transfer a task to. An enterprise sees its own people only.',
  who: 'person',
  query: PeopleQuery,
  response: PersonList,
})

export const findUnits = endpoint({
  operationId: 'findUnits',
  method: 'get',
  path: '/units',
  tag: 'directory',
  summary: 'Units to choose from.',
  who: 'person',
  query: DirectoryQuery,
  response: UnitList,
})
