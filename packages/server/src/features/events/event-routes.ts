import { type Route, route } from '../../http/route.ts'
import type { Sessions } from '../../ports/login/session.ts'
import { readEvents } from './event-endpoints.ts'
import type { EventHub } from './event-hub.ts'
import { streamEvents } from './event-stream.ts'

export interface EventRoutesDeps {
  events: EventHub
  sessions: Sessions
}

/** `/events`: what changes for the person, as it happens. */
export function eventRoutes({ events, sessions }: EventRoutesDeps): Route[] {
  return [
    route(readEvents, async ({ actor, ctx }) => {
      await streamEvents(events, actor, ctx, sessions.idOf(ctx))
      return undefined
    }),
  ]
}
