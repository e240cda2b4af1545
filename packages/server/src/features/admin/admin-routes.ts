import { type Route, route } from '../../http/route.ts'
import { DEFINITION_ENDPOINTS, importForm, readVocabulary } from './admin-endpoints.ts'
import type { AdminService } from './admin-service.ts'
import { cancelPublication, readSchedule, schedulePublication } from './schedule-endpoints.ts'
import type { ScheduleService } from './schedule-service.ts'

export interface AdminRoutesDeps {
  admin: AdminService
  schedules: ScheduleService
}

/** `/admin`: forms, flows, matters and registers as they are edited and published. */
export function adminRoutes({ admin, schedules }: AdminRoutesDeps): Route[] {
  return [
    route(readVocabulary, async () => admin.vocabulary()),
    route(importForm, async ({ upload }) => {
      const { importFile } = await import('@zhupi/forms/word')
      const { form, report } = await importFile(upload.bytes, upload.name)
      return { form: { ...form }, report }
    }),
    ...DEFINITION_ENDPOINTS.flatMap(({ kind, ...endpoints }) => [
      route(endpoints.list, async () => ({ items: await admin.list(kind) })),
      route(endpoints.read, ({ params }) => admin.read({ kind, ...params })),
      route(endpoints.save, ({ actor, params, body, ifMatch }) =>
        admin.save(actor, { kind, ...params }, body, ifMatch),
      ),
      route(endpoints.discard, async ({ actor, params, ifMatch }) => {
        await admin.discard(actor, { kind, ...params }, ifMatch)
        return undefined
      }),
      route(endpoints.check, ({ params }) => admin.check({ kind, ...params })),
      route(endpoints.diff, async ({ params }) => ({ changes: await admin.diff({ kind, ...params }) })),
      route(endpoints.impact, ({ params }) => admin.impact({ kind, ...params })),
      route(endpoints.versions, async ({ params }) => ({ items: await admin.versions({ kind, ...params }) })),
      route(endpoints.compare, async ({ params: { key, version }, query }) => ({
        changes: await admin.compare({ kind, key }, query.from ?? version - 1, version),
      })),
      route(endpoints.restore, async ({ actor, params: { key, version }, ifMatch }) => ({
        parts: await admin.restore(actor, { kind, key }, version, ifMatch),
      })),
      route(endpoints.publish, async ({ actor, params, body, ifMatch }) => ({
        version: await admin.publish(actor, { kind, ...params }, body.note, ifMatch),
      })),
    ]),
    route(readSchedule, ({ params }) => schedules.read(params.key)),
    route(schedulePublication, ({ actor, params, body, ifMatch }) => schedules.set(actor, params.key, body, ifMatch)),
    route(cancelPublication, async ({ actor, params }) => {
      await schedules.cancel(actor, params.key)
      return undefined
    }),
  ]
}
