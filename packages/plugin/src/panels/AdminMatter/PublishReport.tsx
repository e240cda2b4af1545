import { useTranslation } from 'react-i18next'
import { useDefinitionDiff, useImpact } from '../../api/admin.ts'
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

/** The open cases by the steps at which they stand. */
export function Impact({ matterKey }: { matterKey: string }) {
  const { t } = useTranslation()
  const { data, isError, error, refetch } = useImpact(matterKey)
  return (
    <section className="za-panel">
      <header>
        <h2>{t('publish.impact')}</h2>
      </header>
      {isError && <Unfetched error={error} onRetry={() => void refetch()} />}
      {!data && !isError && <ListSkeleton label={t('check.running')} columns={[80, 40]} />}
      {data?.length === 0 && <p className="za-publish-line">{t('publish.impactNone')}</p>}
      {data && data.length > 0 && (
        <table className="za-table">
          <thead>
            <tr>
              <th scope="col">{t('publish.impactColumns.step')}</th>
              <th scope="col">{t('publish.impactColumns.version')}</th>
              <th scope="col" className="za-right">
                {t('publish.impactColumns.count')}
              </th>
              <th scope="col">{t('publish.impactColumns.fate')}</th>
            </tr>
          </thead>
          <tbody>
            {data.map(({ matter, steps, version, count, gone }) => (
              <tr key={`${matter} ${version} ${steps.map(({ id }) => id).join(' ')}`}>
                <th scope="row">
                  {steps.map(({ name }) => name).join('、') || t('publish.noStep')}{' '}
                  {gone.length > 0 && <span className="za-tag za-tag-warn">{t('publish.gone')}</span>}
                </th>
                <td>v{version}</td>
                <td className="za-right">{count}</td>
                <td>{t('publish.keeps', { version })}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
