import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../components/Icon.tsx'

export interface FileDropProps {
  label: string
  file: File | undefined
  onFile: (file: File) => void
}

/** A place to drop an office table, or to choose it with the keyboard. */
export function FileDrop({ label, file, onFile }: FileDropProps) {
  const { t } = useTranslation()
  const id = useId()
  const [isOver, setOver] = useState(false)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the file can be chosen with the input as well
    <div
      className={`za-file-drop ${isOver ? 'za-on' : ''}`}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        const dropped = event.dataTransfer.files[0]
        if (dropped) onFile(dropped)
      }}
    >
      <Icon name="upload" />
      <label htmlFor={id}>{label}</label>
      <p className="za-second za-small">
        {file ? t('newMatter.chosen', { name: file.name }) : t('newMatter.drop')}
        {!file && ` · ${t('newMatter.none')}`}
      </p>
      <input
        id={id}
        type="file"
        accept=".docx,.xlsx,.doc"
        onChange={(event) => {
          const chosen = event.target.files?.[0]
          if (chosen) onFile(chosen)
        }}
      />
    </div>
  )
}
