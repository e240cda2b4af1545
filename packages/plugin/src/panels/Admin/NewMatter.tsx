import type { FormDefinition } from '@zhupi/forms'
import { type FormEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useImportForm, useSaveDraft } from '../../api/admin.ts'
import type { DefinitionSummary } from '../../api/types.ts'
import { adminMatterPath } from '../../app/paths.ts'
import { Button } from '../../components/Button.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { ProblemLine } from '../../components/ProblemLine.tsx'
import '../../components/admin-form.css'
import { FileDrop } from '../AdminMatter/FileDrop.tsx'

export interface NewMatterProps {
  /** The matters that are there already. */
  taken: readonly DefinitionSummary[]
  onClose: () => void
}

/** A new matter from a Word table: form, flow after its opinion boxes, settings; all of it a draft. */
export function NewMatter({ taken, onClose }: NewMatterProps) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const [title, setTitle] = useState('')
  const [file, setFile] = useState<File>()
  const [failure, setFailure] = useState<unknown>()
  const [isBusy, setBusy] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const importForm = useImportForm()
  const save = useSaveDraft()

  async function create(event: FormEvent) {
    event.preventDefault()
    setBusy(true)
    setFailure(undefined)
    try {
      const key = freshKey(taken)
      const imported = file && (await importForm.mutateAsync(file))
      const { starterOf } = await import('../AdminMatter/starter.ts')
      const starter = starterOf({
        key,
        title: title.trim(),
        category: '其他',
        imported: imported?.form as FormDefinition | undefined,
      })
      await save('forms', key, { content: { ...starter.form }, report: imported?.report ?? null }, 'none')
      await save('flows', key, { content: starter.flow }, 'none')
      await save('matters', key, { content: starter.matter }, 'none')
      void navigate(adminMatterPath(key))
    } catch (error) {
      setFailure(error)
      setBusy(false)
    }
  }

  return (
    <Dialog
      title={t('newMatter.title')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button kind="primary" disabled={isBusy} onClick={() => form.current?.requestSubmit()}>
            {t(isBusy ? 'newMatter.creating' : 'newMatter.create')}
          </Button>
        </>
      }
    >
      <form ref={form} className="za-admin-form" onSubmit={(event) => void create(event)}>
        <label>
          {t('newMatter.name')}
          <span className="za-field">
            <input required maxLength={100} value={title} onChange={(event) => setTitle(event.target.value)} />
          </span>
          <span className="za-small za-second">{t('newMatter.nameHint')}</span>
        </label>
        <FileDrop label={t('newMatter.file')} file={file} onFile={setFile} />
        {failure !== undefined && <ProblemLine error={failure} text={t('newMatter.failed')} />}
      </form>
    </Dialog>
  )
}

/** `m7`: as short as a number that people read may begin with. */
function freshKey(taken: readonly DefinitionSummary[]): string {
  const keys = new Set(taken.map(({ key }) => key))
  let count = taken.length + 1
  while (keys.has(`m${count}`)) count += 1
  return `m${count}`
}
