import { useQuery } from '@tanstack/react-query'
import type { FormDefinition } from '@zhupi/forms'
import { enUS, FormDesigner, type StepAccess, zhCN } from '@zhupi/forms/designer'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { type DraftConflict, isDraftConflict, useDefinition, useImportForm, useSaveDraft } from '../../api/admin.ts'
import { useFormServices } from '../../api/form-services.ts'
import type { Definition, ImportGuess } from '../../api/types.ts'
import { adminMatterPath } from '../../app/paths.ts'
import { Button } from '../../components/Button.tsx'
import { DeskSkeleton } from '../../components/DeskSkeleton.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { FailedState } from '../../components/FailedState.tsx'
import { AntdFrame } from '../../components/FormSheet.tsx'
import { ProblemLine } from '../../components/ProblemLine.tsx'
import { ConflictLine } from './ConflictLine.tsx'
import { stepsOf } from './steps-of.ts'

export interface FormTabProps {
  matterKey: string
  formKey: string
  flowKey: string
}

/** The designer on the draft of the form, with the place to drop a Word table. */
export function FormTab({ matterKey, formKey, flowKey }: FormTabProps) {
  const { t } = useTranslation()
  const form = useDefinition('forms', formKey)
  const flow = useDefinition('flows', flowKey)
  const xml = (flow.data?.draft ?? flow.data?.published)?.content
  const steps = useQuery({
    queryKey: ['admin', 'steps', flowKey, xml],
    queryFn: () => stepsOf(flowKey, String(xml)),
    enabled: typeof xml === 'string',
  })
  if (form.isError && !form.data) {
    const { error, refetch } = form
    return (
      <FailedState
        title={t('adminMatter.failed')}
        safe={t('admin.safe')}
        error={error}
        onRetry={() => void refetch()}
      />
    )
  }
  if (!form.data || (typeof xml === 'string' && !steps.data)) return <DeskSkeleton label={t('adminMatter.loading')} />
  return (
    <LoadedForm
      key={form.data.etag}
      matterKey={matterKey}
      definition={form.data}
      steps={steps.data ?? []}
      onReload={async () => {
        await form.refetch()
      }}
    />
  )
}

interface LoadedFormProps {
  matterKey: string
  definition: Definition
  steps: readonly StepAccess[]
  onReload: () => Promise<void>
}

function LoadedForm({ matterKey, definition, steps, onReload }: LoadedFormProps) {
  const { t, i18n } = useTranslation()
  const navigate = useNavigate()
  const save = useSaveDraft()
  const services = useFormServices()
  const importForm = useImportForm()
  const [conflict, setConflict] = useState<DraftConflict>()
  const [file, setFile] = useState<File>()
  const [isOver, setOver] = useState(false)
  const [etag, setEtag] = useState(definition.etag)
  const { key, draft, published } = definition
  const form = (draft ?? published)?.content as unknown as FormDefinition

  async function handleSave(changed: FormDefinition, read: string) {
    try {
      const saved = await save('forms', key, { content: { ...changed } }, read)
      setEtag(saved.etag)
      setConflict(undefined)
      return saved
    } catch (error) {
      if (!isDraftConflict(error)) throw error
      setConflict(error)
      throw { status: 412, ...(error.theirs && { theirs: { form: error.theirs.content, etag: error.theirs.etag } }) }
    }
  }

  async function handleImport() {
    if (!file) return
    const { form: imported, report } = await importForm.mutateAsync(file)
    const content = { ...imported, key, title: form.title }
    await save('forms', key, { content, report: report as ImportGuess[] }, etag)
    await onReload()
    setFile(undefined)
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the file can be chosen with a button of the designer as well
    <div
      className={`za-admin-designer ${isOver ? 'za-on' : ''}`}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes('Files')) return
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        const dropped = event.dataTransfer.files[0]
        setOver(false)
        if (!dropped) return
        event.preventDefault()
        setFile(dropped)
      }}
    >
      {conflict && <ConflictLine conflict={conflict} />}
      {isOver && <p className="za-admin-over">{t('adminMatter.drop')}</p>}
      <AntdFrame>
        <FormDesigner
          draft={form}
          etag={definition.etag}
          published={published ? (published.content as unknown as FormDefinition) : undefined}
          report={(draft?.report ?? undefined) as never}
          steps={steps}
          services={services}
          texts={i18n.language === 'en-US' ? enUS : zhCN}
          onSave={handleSave}
          onImport={setFile}
          onPublish={() => void navigate(adminMatterPath(matterKey, 'publish'))}
        />
      </AntdFrame>
      {file && (
        <Dialog
          title={t('adminMatter.importTitle', { name: file.name })}
          onClose={() => setFile(undefined)}
          footer={
            <>
              <Button onClick={() => setFile(undefined)}>{t('common.cancel')}</Button>
              <Button
                kind="primary"
                disabled={importForm.isPending}
                onClick={() => void handleImport().catch(() => undefined)}
              >
                {importForm.isPending ? t('adminMatter.importing', { name: file.name }) : t('adminMatter.importGo')}
              </Button>
            </>
          }
        >
          <p>{t('adminMatter.importText', { count: Object.keys(form.schema.properties ?? {}).length })}</p>
          {importForm.isError && <ProblemLine error={importForm.error} text={t('adminMatter.importFailed')} />}
        </Dialog>
      )}
    </div>
  )
}
