import type { AuditLog } from '../../audit/audit-log.ts'
import { auditedAs } from '../../audit/audit-request.ts'
import { type Route, route } from '../../http/route.ts'
import { sendFile } from '../../http/send-file.ts'
import { downloadFile, uploadFile } from './file-endpoints.ts'
import type { FileRecord } from './file-repository.ts'
import type { FileService } from './file-service.ts'

export interface FileRoutesDeps {
  fileService: FileService
  audit: Pick<AuditLog, 'record'>
}

/** `/files`: what people attach. */
export function fileRoutes({ fileService, audit }: FileRoutesDeps): Route[] {
  return [
    route(uploadFile, async ({ actor, upload }) => presentFile(await fileService.store(actor, upload))),
    route(downloadFile, async ({ actor, params, ctx }) => {
      const { file, bytes } = await fileService.read(actor, params.fileId)
      if (file.ownerId !== actor.person.id) {
        await audit.record({ ...auditedAs(actor), kind: 'download', object: { type: 'file', id: file.id } })
      }
      sendFile(ctx, { name: file.name, type: file.type, etag: file.sm3, bytes })
      return undefined
    }),
  ]
}

function presentFile({ id, name, size, type, sm3 }: FileRecord) {
  return { id, name, size, type, sm3 }
}
