import { type Route, route } from '../../http/route.ts'
import { changeRow, createRow, listRows, readRegister, readRow } from './register-endpoints.ts'
import type { RegisterService } from './register-service.ts'

export interface RegisterRoutesDeps {
  registers: RegisterService
}

/** `/registers`: tables of rows (台账), for their readers and editors by role. */
export function registerRoutes({ registers }: RegisterRoutesDeps): Route[] {
  return [
    route(readRegister, ({ actor, params }) => registers.read(actor, params.key)),
    route(listRows, ({ actor, params, query }) => registers.rows(actor, params.key, query)),
    route(readRow, ({ actor, params }) => registers.row(actor, params.key, params.rowId)),
    route(createRow, ({ actor, params, body }) => registers.create(actor, params.key, body.values)),
    route(changeRow, ({ actor, params, body }) => registers.change(actor, params.key, params.rowId, body)),
  ]
}
