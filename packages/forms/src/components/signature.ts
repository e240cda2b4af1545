import type { ComponentDescription } from './component.ts'
import { isFileId } from './file-id.ts'

export const signature: ComponentDescription = {
  name: 'Signature',
  title: '签字',
  types: ['string'],
  value: 'id of the file with the signature',
  props: {},
  print: 'signature',
  check: (value) => (isFileId(value) ? undefined : '签字应是已上传的图片'),
  display: () => '（已签字）',
}
