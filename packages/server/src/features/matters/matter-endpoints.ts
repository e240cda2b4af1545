import { z } from 'zod'
import { endpoint } from '../../http/route.ts'
import { Case } from '../cases/case-schema.ts'
import { Draft, ForecastList, Matter, MatterList, PreviewForecast, SaveDraft, StartCase } from './matter-schema.ts'

const MatterParams = z.object({ key: z.string().max(64) })

export const listMatters = endpoint({
  operationId: 'listMatters',
  method: 'get',
  path: '/matters',
  tag: 'matters',
  summary: 'What the person may apply for.',
  who: 'person',
  response: MatterList,
})

export const readMatter = endpoint({
  operationId: 'readMatter',
  method: 'get',
  path: '/matters/:key',
  tag: 'matters',
  summary: 'All that the apply page needs: form, access, prefilled values, draft, limits.',
  who: 'person',
  params: MatterParams,
  response: Matter,
})

export const saveDraft = endpoint({
  operationId: 'saveDraft',
  method: 'put',
  path: '/matters/:key/draft',
  tag: 'matters',
  summary: "Keeps what the person has filled in so far. A version that is not the last one's is 409.",
  who: 'person',
  params: MatterParams,
  body: SaveDraft,
  response: Draft,
})

export const discardDraft = endpoint({
  operationId: 'discardDraft',
  method: 'delete',
  path: '/matters/:key/draft',
  tag: 'matters',
  summary: "Throws the person's draft away.",
  who: 'person',
  params: MatterParams,
  response: 'none',
})

export const startCase = endpoint({
  operationId: 'startCase',
  method: 'post',
  path: '/matters/:key/cases',
  tag: 'matters',
  summary: 'Applies: starts a case. The draft of the matter is gone afterwards.',
  who: 'person',
  params: MatterParams,
  body: StartCase,
  response: Case,
  status: 201,
})

export const previewForecast = endpoint({
  operationId: 'previewForecast',
  method: 'post',
  path: '/matters/:key/forecast',
  tag: 'matters',
  summary: 'Who would decide, in which order, if these values were submitted. Changes nothing.',
  who: 'person',
  params: MatterParams,
  body: PreviewForecast,
  response: ForecastList,
})
