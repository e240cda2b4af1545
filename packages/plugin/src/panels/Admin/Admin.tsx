import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useAdminMatters } from '../../api/admin.ts'
import type { DefinitionSummary } from '../../api/types.ts'
import { adminMatterPath } from '../../app/paths.ts'
import { Button } from '../../components/Button.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { FailedState } from '../../components/FailedState.tsx'
import { ListSkeleton } from '../../components/ListSkeleton.tsx'
import { PageHeading } from '../../components/PageHeading.tsx'
import { useInstantFormat } from '../../time/use-instant-format.ts'
import { NewMatter } from './NewMatter.tsx'
import './admin.css'

/** Every matter of the application, as its administrator sees them. */
export function Admin() {
  const { t } = useTranslation()
  const [isNew, setNew] = useState(false)
  const { data, isError, error, refetch } = useAdminMatters()
  const create = (
    <Button kind="primary" icon="plus" onClick={() => setNew(true)}>
      {t('admin.new')}
    </Button>
  )
  return (
    <>
      <div className="za-top">
        <PageHeading className="za-grow">{t('admin.title')}</PageHeading>
        {data && data.length > 0 && create}
      </div>
      {isError && !data && (
        <FailedState title={t('admin.failed')} safe={t('admin.safe')} error={error} onRetry={() => void refetch()} />
      )}
      {!data && !isError && <ListSkeleton label={t('admin.loading')} columns={[80, 40, 60, 50]} />}
      {data?.length === 0 && (
        <EmptyState title={t('admin.empty')} actions={create}>
          {t('admin.emptyText')}
        </EmptyState>
      )}
      {data && data.length > 0 && <MatterTable matters={data} />}
      {isNew && <NewMatter taken={data ?? []} onClose={() => setNew(false)} />}
    </>
  )
}

function MatterTable({ matters }: { matters: DefinitionSummary[] }) {
  const { t } = useTranslation()
  return (
    <table className="za-table za-admin-table">
      <thead>
        <tr>
          <th scope="col">{t('admin.columns.title')}</th>
          <th scope="col">{t('admin.columns.category')}</th>
          <th scope="col">{t('admin.columns.version')}</th>
          <th scope="col">{t('admin.columns.draft')}</th>
        </tr>
      </thead>
      <tbody>
        {matters.map((matter) => (
          <MatterRow key={matter.key} matter={matter} />
        ))}
      </tbody>
    </table>
  )
}

function MatterRow({ matter }: { matter: DefinitionSummary }) {
  const { t } = useTranslation()
  const format = useInstantFormat()
  const { key, title, category, isRetired, version, publishedAt, publishedBy, draftUpdatedAt, draftUpdatedBy } = matter
  return (
    <tr>
      <th scope="row">
        <Link to={adminMatterPath(key)}>{title}</Link>{' '}
        {isRetired && <span className="za-tag">{t('admin.retired')}</span>}
      </th>
      <td className="za-second">{category}</td>
      <td>
        {version === null || !publishedAt ? (
          <span className="za-tag za-tag-warn">{t('admin.unpublished')}</span>
        ) : (
          <>
            {t('admin.version', { version, at: format.minute(publishedAt) })}
            <span className="za-small za-second za-admin-by">
              {publishedBy ? t('admin.byPerson', { name: publishedBy }) : t('admin.fromFolder')}
            </span>
          </>
        )}
      </td>
      <td className="za-second">
        {draftUpdatedAt
          ? t('admin.draftBy', { name: draftUpdatedBy ?? '', at: format.minute(draftUpdatedAt) })
          : t('admin.noDraft')}
      </td>
    </tr>
  )
}
