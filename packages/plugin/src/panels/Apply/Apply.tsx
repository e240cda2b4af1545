import { useTranslation } from 'react-i18next'
import { useMatter } from '../../api/matters.ts'
import { cataloguePath } from '../../app/paths.ts'
import { DeskSkeleton } from '../../components/DeskSkeleton.tsx'
import { FailedPage } from '../../components/FailedPage.tsx'
import { ApplyDesk } from './ApplyDesk.tsx'

/** Applying for a matter: the official table to fill in, the draft, the quota, who will decide. */
export function Apply({ matterKey }: { matterKey: string }) {
  const { t } = useTranslation()
  const { data: matter, error, isError, refetch } = useMatter(matterKey)
  if (isError && !matter)
    return (
      <FailedPage
        title={t('apply.failed')}
        safe={t('apply.safe')}
        back={cataloguePath}
        error={error}
        onRetry={() => void refetch()}
      />
    )
  if (!matter) return <DeskSkeleton label={t('apply.loading')} />
  return <ApplyDesk matter={matter} />
}
