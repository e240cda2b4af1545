import { DeleteOutlined, FileTextOutlined, UploadOutlined } from '@ant-design/icons'
import { type ChangeEvent, useRef, useState } from 'react'
import type { FieldSchema } from '../../schema/form-definition.ts'
import { useFormView } from '../form-view-context.ts'
import { attached } from './attached.ts'
import { ariaProps, type ControlProps } from './field-description.ts'
import { FileList } from './file-list.tsx'
import { fileSize } from './file-size.ts'
import { LocalMessage } from './local-message.tsx'

const DEFAULT_MAX_SIZE_MB = 20

interface Upload {
  key: number
  name: string
  /** 0 to 1. */
  done: number
}

/** Files with their sizes; types and sizes are checked before anything is sent. */
export function AttachmentsControl(props: ControlProps) {
  const { services } = useFormView()
  const chooser = useRef<HTMLInputElement>(null)
  const [uploads, setUploads] = useState<Upload[]>([])
  const [refusals, setRefusals] = useState<string[]>([])
  const nextKey = useRef(0)
  const files = attached(props.value)
  const current = useRef(files)
  current.current = files
  const { accept } = props.schema['x-component-props'] ?? {}

  async function upload(file: File): Promise<string | undefined> {
    const refusal = refusalOf(file, props.schema)
    if (refusal) return refusal
    const key = nextKey.current++
    setUploads((list) => [...list, { key, name: file.name, done: 0 }])
    const report = (done: number) =>
      setUploads((list) => list.map((entry) => (entry.key === key ? { ...entry, done } : entry)))
    try {
      const { id, name, size } = await services.upload(file, file.name, report)
      current.current = [...current.current, { id, name, size }]
      props.onChange(current.current)
      return undefined
    } catch {
      return `“${file.name}”没有传上去，请检查网络后再传一次`
    } finally {
      setUploads((list) => list.filter((entry) => entry.key !== key))
    }
  }

  async function handleFiles(event: ChangeEvent<HTMLInputElement>) {
    const chosen = [...(event.target.files ?? [])]
    event.target.value = ''
    const results = await Promise.all(chosen.map(upload))
    setRefusals(results.filter((result) => result !== undefined))
    props.onBlur()
  }

  function handleRemove(id: string) {
    const left = files.filter((file) => file.id !== id)
    props.onChange(left.length > 0 ? left : undefined)
  }

  const { 'aria-required': _, 'aria-invalid': __, ...naming } = ariaProps(props)
  return (
    <div className="zp-attachments">
      <FileList files={files}>
        {({ id, name }) =>
          !props.disabled && (
            <button
              type="button"
              className="zp-icon-button"
              aria-label={`移除${name}`}
              onClick={() => handleRemove(id)}
            >
              <DeleteOutlined aria-hidden />
            </button>
          )
        }
      </FileList>
      {uploads.map((entry) => (
        <div key={entry.key} className="zp-file">
          <FileTextOutlined aria-hidden />
          <span className="zp-file-name">{entry.name}</span>
          <span className="zp-file-progress" role="status">
            上传中{entry.done > 0 ? ` ${Math.round(entry.done * 100)}%` : '…'}
          </span>
        </div>
      ))}
      <input
        ref={chooser}
        type="file"
        multiple
        hidden
        accept={typeof accept === 'string' ? accept : undefined}
        onChange={handleFiles}
      />
      <button
        {...naming}
        type="button"
        className="zp-button"
        id={props.id}
        aria-label={`上传${props.label}`}
        disabled={props.disabled}
        onClick={() => chooser.current?.click()}
      >
        <UploadOutlined aria-hidden />
        上传
      </button>
      {refusals.map((refusal) => (
        <LocalMessage key={refusal} text={refusal} />
      ))}
    </div>
  )
}

function refusalOf(file: File, schema: FieldSchema): string | undefined {
  const { accept, maxSize } = schema['x-component-props'] ?? {}
  const limit = typeof maxSize === 'number' ? maxSize : DEFAULT_MAX_SIZE_MB
  if (typeof accept === 'string' && !accepted(file, accept)) return `“${file.name}”类型不收，可以传 ${accept}`
  if (file.size === 0) return `“${file.name}”是空文件，请重新选择`
  if (file.size > limit * 1024 * 1024) return `“${file.name}”有 ${fileSize(file.size)}，超过 ${limit} MB，请压缩后再传`
  return undefined
}

/** As browsers read `accept`: extensions, media types and `image/*`, separated by commas. */
function accepted(file: File, accept: string): boolean {
  const name = file.name.toLowerCase()
  return accept.split(',').some((part) => {
    const rule = part.trim().toLowerCase()
    if (rule.startsWith('.')) return name.endsWith(rule)
    return rule.endsWith('/*') ? file.type.startsWith(rule.slice(0, -1)) : file.type === rule
  })
}
