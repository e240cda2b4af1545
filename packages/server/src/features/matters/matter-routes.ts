import { type Route, route } from '../../http/route.ts'
import { discardDraft, listMatters, previewForecast, readMatter, saveDraft, startCase } from './matter-endpoints.ts'
import type { MatterService } from './matter-service.ts'

export interface MatterRoutesDeps {
  matters: MatterService
}

/** `/matters`: what one can apply for, drafts, and the application itself. */
export function matterRoutes({ matters }: MatterRoutesDeps): Route[] {
  return [
    route(listMatters, async ({ actor }) => ({ items: await matters.list(actor) })),
    route(readMatter, ({ actor, params }) => matters.read(actor, params.key)),
    route(saveDraft, ({ actor, params, body }) => matters.saveDraft(actor, params.key, body)),
    route(discardDraft, async ({ actor, params }) => {
      await matters.discardDraft(actor, params.key)
      return undefined
    }),
    route(startCase, ({ actor, params, body, idempotencyKey }) =>
      matters.apply(actor, params.key, body.values, idempotencyKey),
    ),
    route(previewForecast, ({ actor, params, body }) => ({ items: matters.preview(actor, params.key, body.values) })),
  ]
}
