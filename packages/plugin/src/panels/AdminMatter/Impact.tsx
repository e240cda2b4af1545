import { useTranslation } from 'react-i18next'
import { useImpact } from '../../api/admin.ts'
import type { DefinitionImpact } from '../../api/types.ts'
import { ListSkeleton } from '../../components/ListSkeleton.tsx'
import { MovingCases } from './MovingCases.tsx'
import { Unfetched } from './Unfetched.tsx'

/** The open cases by the steps at which they stand, and whether they could go on with the new version. */
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
      {data?.items.length === 0 && <p className="za-publish-line">{t('publish.impactNone')}</p>}
      {data && data.items.length > 0 && <Steps items={data.items} />}
      {data?.surveys.map((survey) => (
        <MovingCases key={`${survey.matter} ${survey.version}`} survey={survey} />
      ))}
    </section>
  )
}

function Steps({ items }: { items: DefinitionImpact['items'] }) {
  const { t } = useTranslation()
  return (
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
        {items.map(({ matter, steps, version, count, gone }) => (
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
  )
}
