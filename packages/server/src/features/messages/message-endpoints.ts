import { z } from 'zod'
import { endpoint } from '../../http/route.ts'
import { DeliverMessage, MessageDelivered, WaitingList } from './message-schema.ts'

const MessageParams = z.object({ name: z.string().max(128) })

export const deliverMessage = endpoint({
  operationId: 'deliverMessage',
  method: 'post',
  path: '/messages/:name',
  tag: 'messages',
  summary: 'Gives a message to the case that waits for it, found by its correlation key.',
  who: 'integration',
  params: MessageParams,
  body: DeliverMessage,
  response: MessageDelivered,
})

export const listWaiting = endpoint({
  operationId: 'listWaiting',
  method: 'get',
  path: '/messages/:name/waiting',
  tag: 'messages',
  summary: 'The cases that wait for a message, the one that waits longest first; at most 100.',
  who: 'integration',
  params: MessageParams,
  response: WaitingList,
})
