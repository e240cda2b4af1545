import { isRecord } from '../schema/is-record.ts'
import type { ComponentDescription } from './component.ts'
import { isFileId } from './file-id.ts'

/** One attached file; size in bytes. */
export interface Attachment {
  id: string
  name: string
  size: number
}

/** Whether a value is an attached file of the right shape. */
export function isAttachment(value: unknown): value is Attachment {
  if (!isRecord(value)) return false
  return (
    isFileId(value.id) && typeof value.name === 'string' && value.name.length <= 255 && typeof value.size === 'number'
  )
}

export const attachments: ComponentDescription = {
  name: 'Attachments',
  title: '附件',
  types: ['array'],
  value: 'array of { id, name, size }',
  props: {
    accept: { title: '允许的类型', type: 'string' },
    maxCount: { title: '最多个数', type: 'number' },
    maxSize: { title: '单个最大（MB）', type: 'number' },
  },
  print: 'lines',
  check(value, schema) {
    const files = Array.isArray(value) ? value : []
    const limit = Number(schema['x-component-props']?.maxCount ?? 50)
    if (!files.every(isAttachment)) return '附件应是已上传的文件'
    return files.length > limit ? `附件最多 ${limit} 个` : undefined
  },
  display: (value) => (Array.isArray(value) ? value.filter(isAttachment) : []).map((file) => file.name).join('\n'),
}
