import { skipToken, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { caseVersionKey } from '../api/live.ts'
import { Icon } from './Icon.tsx'

/** Says that a case has moved since it was opened here. What is shown stays as it is. */
export function ChangedMeanwhile({ caseId, version }: { caseId: string; version: number }) {
  const { t } = useTranslation()
  const { data: newest = 0 } = useQuery<number>({
    queryKey: caseVersionKey(caseId),
    queryFn: skipToken,
    initialData: 0,
  })
  return (
    <div role="status">
      {newest > version && (
        <div className="za-alert za-alert-warn">
          <Icon name="info" />
          {t('task.changedMeanwhile')}
        </div>
      )}
    </div>
  )
}
