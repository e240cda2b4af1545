import { type Route, route } from '../../http/route.ts'
import { actOnCase, listCases, readCase, readDiagram, readForecast, revealValue } from './case-endpoints.ts'
import type { CaseService } from './case-service.ts'

export interface CaseRoutesDeps {
  cases: CaseService
}

/** `/cases`: what one applied for, acted in or may read. */
export function caseRoutes({ cases }: CaseRoutesDeps): Route[] {
  return [
    route(listCases, ({ actor, query }) => cases.list(actor, query)),
    route(readCase, ({ actor, params }) => cases.read(actor, params.caseId)),
    route(readDiagram, ({ actor, params }) => cases.diagram(actor, params.caseId)),
    route(readForecast, async ({ actor, params }) => ({ items: await cases.forecast(actor, params.caseId) })),
    route(actOnCase, ({ actor, params, body, idempotencyKey }) =>
      cases.act(actor, params.caseId, body, idempotencyKey),
    ),
    route(revealValue, ({ actor, params, body }) => cases.reveal(actor, params.caseId, body.path)),
  ]
}
