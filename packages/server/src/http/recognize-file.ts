import { ServerError } from '../errors.ts'

/** What may be stored: extension -> what the bytes must be, and the media type it is served as. Never SVG or HTML: they run scripts. */
const ACCEPTED: Record<string, { bytes: string; type: string }> = {
  jpg: { bytes: 'image/jpeg', type: 'image/jpeg' },
  jpeg: { bytes: 'image/jpeg', type: 'image/jpeg' },
  png: { bytes: 'image/png', type: 'image/png' },
  webp: { bytes: 'image/webp', type: 'image/webp' },
  gif: { bytes: 'image/gif', type: 'image/gif' },
  pdf: { bytes: 'application/pdf', type: 'application/pdf' },
  docx: same('application/vnd.openxmlformats-officedocument.wordprocessingml.document'),
  xlsx: same('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'),
  pptx: same('application/vnd.openxmlformats-officedocument.presentationml.presentation'),
  doc: { bytes: 'application/x-cfb', type: 'application/msword' },
  xls: { bytes: 'application/x-cfb', type: 'application/vnd.ms-excel' },
  ppt: { bytes: 'application/x-cfb', type: 'application/vnd.ms-powerpoint' },
  wps: { bytes: 'application/x-cfb', type: 'application/vnd.ms-works' },
  // GB/T 33190-2016: an OFD document is a ZIP archive.
  ofd: { bytes: 'application/zip', type: 'application/ofd' },
  zip: { bytes: 'application/zip', type: 'application/zip' },
}

function same(type: string) {
  return { bytes: type, type }
}

/**
 * Tells the media type of a file by its bytes and holds the name against it.
 *
 * @throws ServerError `FILE_TYPE_UNSUPPORTED` for an extension that is not accepted, `FILE_TYPE_MISMATCH` when the bytes
 *   are something else than the name says
 */
export async function recognizeFile(name: string, bytes: Buffer): Promise<string> {
  const extension = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
  const accepted = Object.hasOwn(ACCEPTED, extension) ? ACCEPTED[extension] : undefined
  if (!accepted) {
    const list = Object.keys(ACCEPTED).join('、')
    throw new ServerError('FILE_TYPE_UNSUPPORTED', { detail: `“${name}”不是可以上传的文件，可以上传：${list}。` })
  }
  const { fileTypeFromBuffer } = await import('file-type')
  const found = await fileTypeFromBuffer(bytes)
  if (found?.mime !== accepted.bytes) {
    const really = found ? `其实是 ${found.ext} 文件` : '不是这种文件'
    throw new ServerError('FILE_TYPE_MISMATCH', { detail: `“${name}”的内容${really}，请另存为正确的类型后再上传。` })
  }
  return accepted.type
}
