import { z } from 'zod'
import { endpoint } from '../../http/route.ts'
import { StoredFile } from './file-schema.ts'

export const uploadFile = endpoint({
  operationId: 'uploadFile',
  method: 'post',
  path: '/files',
  tag: 'files',
  summary: 'Stores a file of at most 10 MB. Its type is told by its bytes; a name that says otherwise is refused.',
  who: 'person',
  body: 'file',
  response: StoredFile,
  status: 201,
})

export const downloadFile = endpoint({
  operationId: 'downloadFile',
  audited: 'byService',
  method: 'get',
  path: '/files/:fileId',
  tag: 'files',
  summary: 'The bytes of a file, for its uploader and for whoever may read a case that holds it.',
  who: 'person',
  params: z.object({ fileId: z.string().max(64) }),
  response: 'file',
})
