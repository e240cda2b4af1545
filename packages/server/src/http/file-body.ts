import type { Context, Middleware } from 'koa'
import multer from 'multer'
import { ServerError } from '../errors.ts'
import { recognizeFile } from './recognize-file.ts'
import type { Upload } from './upload.ts'

export const MAX_FILE_BYTES = 10 * 1024 * 1024

/**
 * Reads one multipart file called `file` into `ctx.state.upload`.
 *
 * @throws ServerError `MEDIA_TYPE_UNSUPPORTED` no multipart; `BODY_MALFORMED` no file, more than one, or other fields;
 *   `FILE_TOO_LARGE` over 10 MB; `FILE_TYPE_UNSUPPORTED`, `FILE_TYPE_MISMATCH` as `recognizeFile`
 */
export function fileBody(): Middleware {
  const receive = multer({
    storage: multer.memoryStorage(),
    limits: { fileSize: MAX_FILE_BYTES, files: 1, fields: 0, headerPairs: 20 },
    defParamCharset: 'utf8',
  }).single('file')

  return async function readFile(ctx, next) {
    if (!ctx.is('multipart/form-data')) {
      throw new ServerError('MEDIA_TYPE_UNSUPPORTED', { detail: '上传文件应使用 multipart/form-data。' })
    }
    const file = await received(receive, ctx)
    if (!file) throw new ServerError('BODY_MALFORMED', { detail: '请求里没有名为 file 的文件。' })
    ctx.state.upload = await toUpload(file.originalname, file.buffer)
    await next()
  }
}

function received(
  receive: ReturnType<multer.Multer['single']>,
  ctx: Context,
): Promise<Express.Multer.File | undefined> {
  const request = ctx.req as Parameters<typeof receive>[0]
  return new Promise((resolve, reject) => {
    receive(request, ctx.res as Parameters<typeof receive>[1], (error) =>
      error ? reject(refusal(error)) : resolve(request.file),
    )
  })
}

async function toUpload(originalName: string, bytes: Buffer): Promise<Upload> {
  const name = (originalName.split(/[/\\]/).at(-1) ?? '').replaceAll(/\p{Cc}/gu, '').slice(-200)
  return { name, type: await recognizeFile(name, bytes), bytes }
}

function refusal(cause: unknown): ServerError {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined
  if (code === 'LIMIT_FILE_SIZE')
    return new ServerError('FILE_TOO_LARGE', { detail: '文件超过 10 MB，请压缩后再上传。' }, { cause })
  return new ServerError('BODY_MALFORMED', { detail: '请求里应有且只有一个名为 file 的文件。' }, { cause })
}
