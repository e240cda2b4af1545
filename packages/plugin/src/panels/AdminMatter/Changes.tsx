import { useTranslation } from 'react-i18next'
import { useDefinitionDiff } from '../../api/admin.ts'
import { ListSkeleton } from '../../components/ListSkeleton.tsx'
import { ChangeList } from './ChangeList.tsx'
import { Unfetched } from './Unfetched.tsx'

export interface ChangesProps {
  matterKey: string
  isFirst: boolean
  isNothing: boolean
}

/** What publishing would change, in words. */
export function Changes({ matterKey, isFirst, isNothing }: ChangesProps) {
  const { t } = useTranslation()
  const { data, isError, error, refetch } = useDefinitionDiff(matterKey)
  return (
    <section className="za-panel">
      <header>
        <h2>{t('publish.changes')}</h2>
      </header>
      {isError && <Unfetched error={error} onRetry={() => void refetch()} />}
      {!data && !isError && <ListSkeleton label={t('check.running')} columns={[80]} />}
      {data?.length === 0 && (
        <p className="za-publish-line">{t(isFirst && !isNothing ? 'publish.first' : 'publish.none')}</p>
      )}
      {data && data.length > 0 && <ChangeList changes={data} />}
    </section>
  )
}
