import { type Route, route } from '../../http/route.ts'
import { sendFile } from '../../http/send-file.ts'
import { printCase } from './print-endpoints.ts'
import type { PrintService } from './print-service.ts'

/** `/cases/{id}/print.pdf`: the official table. */
export function printRoutes({ printService }: { printService: PrintService }): Route[] {
  return [
    route(printCase, async ({ actor, params, ctx }) => {
      const { name, pdf } = await printService.print(actor, params.caseId)
      sendFile(ctx, { name, type: 'application/pdf', bytes: pdf })
      return undefined
    }),
  ]
}
