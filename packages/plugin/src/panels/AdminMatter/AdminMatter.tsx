import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router'
import { useDefinition } from '../../api/admin.ts'
import { type AdminTab, adminMatterPath, adminPath } from '../../app/paths.ts'
import { buttonClass } from '../../components/Button.tsx'
import { DeskSkeleton } from '../../components/DeskSkeleton.tsx'
import { FailedPage } from '../../components/FailedPage.tsx'
import { Icon } from '../../components/Icon.tsx'
import { PageHeading } from '../../components/PageHeading.tsx'
import { CheckPanel } from './CheckPanel.tsx'
import { settingsOf } from './settings-of.ts'
import './admin-matter.css'

// The designer of forms and the modeler of flows are large: each is fetched with its tab.
const FormTab = lazy(async () => ({ default: (await import('./FormTab.tsx')).FormTab }))
const FlowTab = lazy(async () => ({ default: (await import('./FlowTab.tsx')).FlowTab }))
const SettingsTab = lazy(async () => ({ default: (await import('./SettingsTab.tsx')).SettingsTab }))
const PublishTab = lazy(async () => ({ default: (await import('./PublishTab.tsx')).PublishTab }))
const VersionsTab = lazy(async () => ({ default: (await import('./VersionsTab.tsx')).VersionsTab }))

const TABS: readonly AdminTab[] = ['form', 'flow', 'settings', 'publish', 'versions']

/** One matter as its administrator edits it: form, flow, settings, and publishing them together. */
export function AdminMatter({ matterKey }: { matterKey: string }) {
  const { t } = useTranslation()
  const [query] = useSearchParams()
  const tab = TABS.find((one) => one === query.get('tab')) ?? 'form'
  const { data, error, isError, refetch } = useDefinition('matters', matterKey)
  if (isError && !data) {
    return (
      <FailedPage
        title={t('adminMatter.failed')}
        safe={t('admin.safe')}
        back={adminPath}
        error={error}
        onRetry={() => void refetch()}
      />
    )
  }
  if (!data) return <DeskSkeleton label={t('adminMatter.loading')} />
  const settings = settingsOf(data)
  return (
    <main className="za-admin">
      <header className="za-head za-admin-head">
        <Link
          className={`${buttonClass({ kind: 'text' })} za-button-icon`}
          to={adminPath}
          aria-label={t('common.back')}
        >
          <Icon name="back" />
        </Link>
        <PageHeading className="za-cut">{String(settings.title)}</PageHeading>
        <span className="za-tag">
          {data.published ? t('adminMatter.published', { version: data.published.version }) : t('adminMatter.fresh')}
        </span>
        <nav className="za-admin-tabs" aria-label={t('adminMatter.tabs.label')}>
          {TABS.map((one) => (
            <Link key={one} to={adminMatterPath(matterKey, one)} aria-current={one === tab ? 'page' : undefined}>
              {t(`adminMatter.tabs.${one}`)}
            </Link>
          ))}
        </nav>
      </header>
      <div className="za-admin-body">
        <Suspense fallback={<DeskSkeleton label={t('adminMatter.loading')} />}>
          {tab === 'form' && (
            <FormTab matterKey={matterKey} formKey={String(settings.form)} flowKey={String(settings.flow)} />
          )}
          {tab === 'flow' && <FlowTab formKey={String(settings.form)} flowKey={String(settings.flow)} />}
          {tab === 'settings' && <SettingsTab key={data.etag} definition={data} onReload={() => void refetch()} />}
          {tab === 'versions' && <VersionsTab matterKey={matterKey} />}
          {tab === 'publish' && (
            <PublishTab matterKey={matterKey} definition={data} onPublished={() => void refetch()} />
          )}
        </Suspense>
      </div>
      {tab !== 'publish' && tab !== 'versions' && <CheckPanel matterKey={matterKey} />}
    </main>
  )
}
