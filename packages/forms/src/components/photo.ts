import type { ComponentDescription } from './component.ts'
import { isFileId } from './file-id.ts'

export const photo: ComponentDescription = {
  name: 'Photo',
  title: '照片',
  types: ['string'],
  value: 'id of the file with the picture',
  props: {
    width: { title: '宽（毫米）', type: 'number' },
    height: { title: '高（毫米）', type: 'number' },
  },
  print: 'picture',
  check: (value) => (isFileId(value) ? undefined : '照片应是已上传的文件'),
  display: () => '（照片）',
}
