import { isFileId } from '../../../components/file-id.ts'
import { useFormView } from '../../form-view-context.ts'
import { everyday } from '../everyday.ts'
import type { FieldDescription, ReadProps } from '../field-description.ts'

function SignaturePicture({ value, label }: ReadProps) {
  const { services } = useFormView()
  const id = isFileId(value) ? value : undefined
  return id ? (
    <img className="zp-signature-picture" src={services.fileUrl(id)} alt={label} />
  ) : (
    <span className="zp-blank">（未签）</span>
  )
}

/** A handwritten signature, kept as a PNG. */
export const signature: FieldDescription = {
  name: 'Signature',
  shape: 'inline',
  Edit: everyday('SignatureControl'),
  Read: SignaturePicture,
}
