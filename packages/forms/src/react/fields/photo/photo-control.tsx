import { PictureOutlined } from '@ant-design/icons'
import { type ChangeEvent, useRef, useState } from 'react'
import { isFileId } from '../../../components/file-id.ts'
import { useFormView } from '../../form-view-context.ts'
import { fetched } from '../fetched.tsx'
import { ariaProps, type ControlProps } from '../field-description.ts'
import { LocalMessage } from '../local-message.tsx'
import { openPicture } from './open-picture.ts'

const PhotoCropper = fetched(async () => (await import('./photo-cropper.tsx')).PhotoCropper)

/** A photo is chosen, cut and uploaded. */
export function PhotoControl(props: ControlProps) {
  const { services } = useFormView()
  const chooser = useRef<HTMLInputElement>(null)
  const [opened, setOpened] = useState<{ picture: HTMLImageElement; url: string }>()
  const [refusal, setRefusal] = useState<string>()
  const [saving, setSaving] = useState(false)
  const id = isFileId(props.value) ? props.value : undefined

  async function handleFile(event: ChangeEvent<HTMLInputElement>) {
    const file = event.target.files?.[0]
    event.target.value = ''
    if (!file) return
    const result = await openPicture(file)
    if ('refusal' in result) return setRefusal(result.refusal)
    setRefusal(undefined)
    setOpened(result)
  }

  function close() {
    if (opened) URL.revokeObjectURL(opened.url)
    setOpened(undefined)
    props.onBlur()
  }

  async function handleCut(photo: Blob) {
    setSaving(true)
    try {
      props.onChange((await services.upload(photo, '照片.jpg')).id)
      close()
    } catch {
      setRefusal('照片没有传上去，请检查网络后再传一次')
      close()
    } finally {
      setSaving(false)
    }
  }

  const { 'aria-required': _, 'aria-invalid': __, ...naming } = ariaProps(props)
  return (
    <div className="zp-photo">
      <input ref={chooser} type="file" accept="image/jpeg,image/png,image/webp" hidden onChange={handleFile} />
      <button
        type="button"
        id={props.id}
        {...naming}
        aria-label={id && `${props.label}，换一张`}
        className={id ? 'zp-photo-button zp-photo-button--full' : 'zp-photo-button'}
        disabled={props.disabled}
        onClick={() => chooser.current?.click()}
      >
        {id ? (
          <img src={services.fileUrl(id)} alt="" />
        ) : (
          <>
            <PictureOutlined aria-hidden />
            <span>{props.schema.description ?? '2寸近期免冠照片'}</span>
          </>
        )}
        <span className="zp-photo-verb">{id ? '换一张' : '上传'}</span>
      </button>
      <LocalMessage text={refusal} />
      {opened && <PhotoCropper picture={opened.picture} saving={saving} onCut={handleCut} onCancel={close} />}
    </div>
  )
}
