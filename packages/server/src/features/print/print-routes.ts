import { type Route, route } from '../../http/route.ts'
import { sendFile } from '../../http/send-file.ts'
import { printCase, printCaseAsWord } from './print-endpoints.ts'
import type { PrintService } from './print-service.ts'

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** `/cases/{id}/print.pdf` and `print.docx`: the official table. */
export function printRoutes({ printService }: { printService: PrintService }): Route[] {
  return [
    route(printCase, async ({ actor, params, ctx }) => {
      const { name, pdf } = await printService.print(actor, params.caseId)
      sendFile(ctx, { name, type: 'application/pdf', bytes: pdf })
      return undefined
    }),
    route(printCaseAsWord, async ({ actor, params, ctx }) => {
      const { name, docx } = await printService.printWord(actor, params.caseId)
      sendFile(ctx, { name, type: WORD, bytes: docx })
      return undefined
    }),
  ]
}
