import { z } from 'zod'
import { endpoint } from '../../http/route.ts'
import { DeliverMessage, MessageDelivered } from './message-schema.ts'

export const deliverMessage = endpoint({
  operationId: 'deliverMessage',
  method: 'post',
  path: '/messages/:name',
  tag: 'messages',
  summary: 'Gives a message to the case that waits for it, found by its correlation key.',
  who: 'integration',
  params: z.object({ name: z.string().max(128) }),
  body: DeliverMessage,
  response: MessageDelivered,
})
