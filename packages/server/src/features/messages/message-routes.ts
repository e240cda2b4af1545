import { type Route, route } from '../../http/route.ts'
import { deliverMessage, listWaiting } from './message-endpoints.ts'
import type { MessageService } from './message-service.ts'

export interface MessageRoutesDeps {
  messages: MessageService
}

/** `/messages`: what other systems tell a waiting case. */
export function messageRoutes({ messages }: MessageRoutesDeps): Route[] {
  return [
    route(deliverMessage, ({ actor, params, body, idempotencyKey }) =>
      messages.deliver(actor, params.name, body, idempotencyKey),
    ),
    route(listWaiting, async ({ actor, params }) => ({ items: await messages.waiting(actor, params.name) })),
  ]
}
