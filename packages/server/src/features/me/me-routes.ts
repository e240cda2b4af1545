import { type Route, route } from '../../http/route.ts'
import { readMe } from './me-endpoints.ts'
import type { MeService } from './me-service.ts'

/** `/me`: who is signed in. */
export function meRoutes({ meService }: { meService: MeService }): Route[] {
  return [route(readMe, ({ actor }) => meService.read(actor))]
}
