import { z } from 'zod'
import { endpoint } from '../../http/route.ts'
import { page } from '../../http/schema.ts'
import { ForecastList } from '../matters/matter-schema.ts'
import { Case, CaseActionRequest, CaseQuery, Diagram, ListedCase, Reveal, Revealed } from './case-schema.ts'

export const CaseParams = z.object({ caseId: z.string().max(64) })

export const listCases = endpoint({
  operationId: 'listCases',
  method: 'get',
  path: '/cases',
  tag: 'cases',
  summary: 'Cases of a box: mine, those I acted in, those sent to me for information, all I may read.',
  who: 'person',
  query: CaseQuery,
  response: page(ListedCase).openapi('CaseList'),
})

export const readCase = endpoint({
  operationId: 'readCase',
  method: 'get',
  path: '/cases/:caseId',
  tag: 'cases',
  summary: 'A case with its form, the values the reader may see, history, tasks and actions.',
  who: 'person',
  params: CaseParams,
  response: Case,
})

export const readDiagram = endpoint({
  operationId: 'readDiagram',
  method: 'get',
  path: '/cases/:caseId/diagram',
  tag: 'cases',
  summary: 'The diagram of the case and where it stands.',
  who: 'person',
  params: CaseParams,
  response: Diagram,
})

export const readForecast = endpoint({
  operationId: 'readForecast',
  method: 'get',
  path: '/cases/:caseId/forecast',
  tag: 'cases',
  summary: 'Who is next, and why.',
  who: 'person',
  params: CaseParams,
  response: ForecastList,
})

export const actOnCase = endpoint({
  operationId: 'actOnCase',
  method: 'post',
  path: '/cases/:caseId/actions',
  tag: 'cases',
  summary: 'Withdraws, urges, terminates or comments; answers the case as it is afterwards.',
  who: 'person',
  params: CaseParams,
  body: CaseActionRequest,
  response: Case,
})

export const revealValue = endpoint({
  operationId: 'revealValue',
  audited: 'byService',
  method: 'post',
  path: '/cases/:caseId/reveals',
  tag: 'cases',
  summary: 'Shows one masked value in full. Who looked is logged.',
  who: 'person',
  params: CaseParams,
  body: Reveal,
  response: Revealed,
})
