import { useTranslation } from 'react-i18next'
import { useCase } from '../../api/cases.ts'
import { useCaseSeen } from '../../api/notifications.ts'
import { minePath } from '../../app/paths.ts'
import { DeskSkeleton } from '../../components/DeskSkeleton.tsx'
import { FailedPage } from '../../components/FailedPage.tsx'
import { CaseDesk } from './CaseDesk.tsx'

/** A case to read: its form, where it stands, what has been; and what its initiator may still do. */
export function CaseView({ caseId }: { caseId: string }) {
  const { t } = useTranslation()
  const { data, error, isError, refetch } = useCase(caseId)
  useCaseSeen(data?.id)
  if (isError && !data)
    return (
      <FailedPage
        title={t('case.failed')}
        safe={t('case.safe')}
        back={minePath}
        error={error}
        onRetry={() => void refetch()}
      />
    )
  return data ? <CaseDesk item={data} /> : <DeskSkeleton label={t('case.loading')} />
}
