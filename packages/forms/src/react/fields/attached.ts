import { type Attachment, isAttachment } from '../../components/attachments.ts'

/** The files of a value; a foreign shape has none. */
export function attached(value: unknown): Attachment[] {
  return Array.isArray(value) ? value.filter(isAttachment) : []
}
