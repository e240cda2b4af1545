import { EditOutlined } from '@ant-design/icons'
import { useState } from 'react'
import { isFileId } from '../../../components/file-id.ts'
import { useFormView } from '../../form-view-context.ts'
import { ariaProps, type ControlProps } from '../field-description.ts'
import { LocalMessage } from '../local-message.tsx'
import { SignatureDialog } from './signature-dialog.ts'

/** Signs at once, or anew. */
export function SignatureControl(props: ControlProps) {
  const { services } = useFormView()
  const [signing, setSigning] = useState(false)
  const [saving, setSaving] = useState(false)
  const [refusal, setRefusal] = useState<string>()
  const id = isFileId(props.value) ? props.value : undefined

  function close() {
    setSigning(false)
    props.onBlur()
  }

  async function handleSigned(picture: Blob) {
    setSaving(true)
    try {
      props.onChange((await services.upload(picture, '签名.png')).id)
      setRefusal(undefined)
    } catch {
      setRefusal('签名没有传上去，请检查网络后再签一次')
    } finally {
      setSaving(false)
      close()
    }
  }

  const { 'aria-required': _, 'aria-invalid': __, ...naming } = ariaProps(props)
  return (
    <span className="zp-signature">
      {id && <img className="zp-signature-picture" src={services.fileUrl(id)} alt={`${props.label}：已签`} />}
      <button
        {...naming}
        type="button"
        className="zp-button"
        id={props.id}
        aria-label={id ? `${props.label}，重签` : `${props.label}，现在签名`}
        disabled={props.disabled}
        onClick={() => setSigning(true)}
      >
        <EditOutlined aria-hidden />
        {id ? '重签' : '现在签名'}
      </button>
      <LocalMessage text={refusal} />
      {signing && <SignatureDialog title={props.label} saving={saving} onSigned={handleSigned} onCancel={close} />}
    </span>
  )
}
