import { PictureOutlined } from '@ant-design/icons'
import { isFileId } from '../../../components/file-id.ts'
import { useFormView } from '../../form-view-context.ts'
import { everyday } from '../everyday.ts'
import type { FieldDescription, ReadProps } from '../field-description.ts'

function PhotoPicture({ value, label }: ReadProps) {
  const { services } = useFormView()
  const id = isFileId(value) ? value : undefined
  return id ? (
    <img className="zp-photo-picture" src={services.fileUrl(id)} alt={label} />
  ) : (
    <span className="zp-photo-place" role="img" aria-label={`${label}，没有`}>
      <PictureOutlined aria-hidden />
    </span>
  )
}

/** The 2-inch photo: chosen, cut to 35 × 49 mm and uploaded. */
export const photo: FieldDescription = {
  name: 'Photo',
  shape: 'inline',
  Edit: everyday('PhotoControl'),
  Read: PhotoPicture,
}
