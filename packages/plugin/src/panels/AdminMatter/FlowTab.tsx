import { type FormDefinition, walkFields } from '@zhupi/forms'
import { useTranslation } from 'react-i18next'
import { useDefinition } from '../../api/admin.ts'
import { DeskSkeleton } from '../../components/DeskSkeleton.tsx'
import { FailedState } from '../../components/FailedState.tsx'
import { FlowDesigner } from './FlowDesigner.tsx'

/** A field of the form as the settings of a step name it. */
export interface FieldName {
  path: string
  title: string
  isOpinion: boolean
}

/** The diagram of the flow, and what each step does. */
export function FlowTab({ formKey, flowKey }: { formKey: string; flowKey: string }) {
  const { t } = useTranslation()
  const form = useDefinition('forms', formKey)
  const flow = useDefinition('flows', flowKey)
  const failed = [form, flow].find(({ isError, data }) => isError && !data)
  if (failed) {
    return (
      <FailedState
        title={t('adminMatter.failed')}
        safe={t('admin.safe')}
        error={failed.error}
        onRetry={() => void failed.refetch()}
      />
    )
  }
  if (!form.data || !flow.data) return <DeskSkeleton label={t('adminMatter.loading')} />
  const definition = (form.data.draft ?? form.data.published)?.content as unknown as FormDefinition
  const fields = [...walkFields(definition)].map(({ path, schema }) => {
    return { path, title: String(schema.title ?? path), isOpinion: schema['x-component'] === 'Opinion' }
  })
  return (
    <FlowDesigner key={flow.data.etag} definition={flow.data} fields={fields} onReload={() => void flow.refetch()} />
  )
}
