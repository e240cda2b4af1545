import { FileTextOutlined } from '@ant-design/icons'
import type { ReactNode } from 'react'
import type { Attachment } from '../../components/attachments.ts'
import { useFormView } from '../form-view-context.ts'
import { fileSize } from './file-size.ts'

interface FileListProps {
  files: readonly Attachment[]
  /** What can be done with a file. */
  children?: (file: Attachment) => ReactNode
}

/** Files by name and size, each a link. */
export function FileList({ files, children }: FileListProps) {
  const { services } = useFormView()
  if (files.length === 0) return null
  return (
    <ul className="zp-files">
      {files.map((file) => (
        <li key={file.id} className="zp-file">
          <FileTextOutlined aria-hidden />
          <a className="zp-file-name" href={services.fileUrl(file.id)} target="_blank" rel="noreferrer">
            {file.name}
          </a>
          <span className="zp-file-size">{fileSize(file.size)}</span>
          {children?.(file)}
        </li>
      ))}
    </ul>
  )
}
