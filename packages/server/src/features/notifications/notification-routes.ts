import { type Route, route } from '../../http/route.ts'
import { listNotifications, readCaseNews, readNotifications } from './notification-endpoints.ts'
import type { NotificationService } from './notification-service.ts'

export interface NotificationRoutesDeps {
  notifications: NotificationService
}

/** `/notifications`: what the person was told. */
export function notificationRoutes({ notifications }: NotificationRoutesDeps): Route[] {
  return [
    route(listNotifications, ({ actor, query }) => notifications.list(actor, query)),
    route(readNotifications, async ({ actor, body }) => {
      await notifications.read(actor, body)
      return undefined
    }),
    route(readCaseNews, async ({ actor, params }) => {
      await notifications.readCase(actor, params.caseId)
      return undefined
    }),
  ]
}
