import { type Route, route } from '../../http/route.ts'
import { sendFile } from '../../http/send-file.ts'
import { downloadFile, uploadFile } from './file-endpoints.ts'
import type { FileRecord } from './file-repository.ts'
import type { FileService } from './file-service.ts'

/** `/files`: what people attach. */
export function fileRoutes({ fileService }: { fileService: FileService }): Route[] {
  return [
    route(uploadFile, async ({ actor, upload }) => presentFile(await fileService.store(actor, upload))),
    route(downloadFile, async ({ actor, params, ctx }) => {
      const { file, bytes } = await fileService.read(actor, params.fileId)
      sendFile(ctx, { name: file.name, type: file.type, etag: file.sm3, bytes })
      return undefined
    }),
  ]
}

function presentFile({ id, name, size, type, sm3 }: FileRecord) {
  return { id, name, size, type, sm3 }
}
