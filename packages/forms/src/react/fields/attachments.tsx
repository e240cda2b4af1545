import { attached } from './attached.ts'
import { everyday } from './everyday.ts'
import type { FieldDescription, ReadProps } from './field-description.ts'
import { FileList } from './file-list.tsx'

function AttachmentsText({ value }: ReadProps) {
  const files = attached(value)
  return files.length > 0 ? <FileList files={files} /> : <span className="zp-blank">（没有附件）</span>
}

/** Files with their sizes. */
export const attachments: FieldDescription = {
  name: 'Attachments',
  shape: 'block',
  Edit: everyday('AttachmentsControl'),
  Read: AttachmentsText,
}
