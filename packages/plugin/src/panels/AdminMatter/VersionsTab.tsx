import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useCheck, useRestoreVersion, useVersionDiff, useVersions } from '../../api/admin.ts'
import type { DefinitionVersion } from '../../api/types.ts'
import { adminMatterPath } from '../../app/paths.ts'
import { Button } from '../../components/Button.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { FailedState } from '../../components/FailedState.tsx'
import { ListSkeleton } from '../../components/ListSkeleton.tsx'
import { ProblemLine } from '../../components/ProblemLine.tsx'
import { useInstantFormat } from '../../time/use-instant-format.ts'
import { ChangeList } from './ChangeList.tsx'
import { SelectLine } from './step-lines.tsx'
import { Unfetched } from './Unfetched.tsx'

/** The versions of a matter that were published: who, when, what changed, and back into the draft. */
export function VersionsTab({ matterKey }: { matterKey: string }) {
  const { t } = useTranslation()
  const { data, isError, error, refetch } = useVersions(matterKey)
  const [asked, setAsked] = useState<number>()
  if (isError && !data) {
    return (
      <FailedState title={t('versions.failed')} safe={t('admin.safe')} error={error} onRetry={() => void refetch()} />
    )
  }
  if (!data) return <ListSkeleton label={t('versions.loading')} columns={[20, 40, 60]} />
  if (data.length === 0) return <EmptyState title={t('versions.empty')}>{t('versions.emptyText')}</EmptyState>
  return (
    <div className="za-versions">
      <section className="za-panel">
        <header>
          <h2>{t('versions.title')}</h2>
        </header>
        <ol className="za-version-list">
          {data.map((version, index) => (
            <VersionLine
              key={version.version}
              version={version}
              isCurrent={index === 0}
              onRestore={() => setAsked(version.version)}
            />
          ))}
        </ol>
      </section>
      {data.length > 1 && <Comparison matterKey={matterKey} versions={data.map(({ version }) => version)} />}
      {asked !== undefined && (
        <RestoreDialog matterKey={matterKey} version={asked} onClose={() => setAsked(undefined)} />
      )}
    </div>
  )
}

interface VersionLineProps {
  version: DefinitionVersion
  isCurrent: boolean
  onRestore: () => void
}

function VersionLine({ version: { version, publishedAt, publishedBy, note }, isCurrent, onRestore }: VersionLineProps) {
  const { t } = useTranslation()
  const format = useInstantFormat()
  return (
    <li>
      <b>v{version}</b>
      <span className="za-grow">
        {t('versions.line', { at: format.minute(publishedAt), name: publishedBy ?? t('admin.fromFolder') })}
        {note && <span className="za-version-note">{note}</span>}
      </span>
      {isCurrent ? (
        <span className="za-tag za-tag-ok">{t('versions.current')}</span>
      ) : (
        <Button size="small" aria-label={t('versions.restoreThis', { version })} onClick={onRestore}>
          {t('versions.restore')}
        </Button>
      )}
    </li>
  )
}

/** What changed between any two versions; the last two at first. */
function Comparison({ matterKey, versions }: { matterKey: string; versions: readonly number[] }) {
  const { t } = useTranslation()
  const [to = 1, from = 1] = versions
  const [pair, setPair] = useState({ from, to })
  const { data, isError, error, refetch } = useVersionDiff(matterKey, pair.from, pair.to)
  const options = versions.map((version): [string, string] => [String(version), `v${version}`])
  return (
    <section className="za-panel">
      <header>
        <h2>{t('versions.compare')}</h2>
      </header>
      <div className="za-version-pair">
        <SelectLine
          label={t('versions.from')}
          value={String(pair.from)}
          options={options}
          onChange={(version) => setPair({ ...pair, from: Number(version) })}
        />
        <SelectLine
          label={t('versions.to')}
          value={String(pair.to)}
          options={options}
          onChange={(version) => setPair({ ...pair, to: Number(version) })}
        />
      </div>
      {isError && <Unfetched error={error} onRetry={() => void refetch()} />}
      {pair.from !== pair.to && !data && !isError && <ListSkeleton label={t('versions.loading')} columns={[80]} />}
      {(pair.from === pair.to || data?.length === 0) && <p className="za-publish-line">{t('versions.same')}</p>}
      {pair.from !== pair.to && data && data.length > 0 && <ChangeList changes={data} />}
    </section>
  )
}

interface RestoreDialogProps {
  matterKey: string
  version: number
  onClose: () => void
}

/** Says what becomes of the draft before it is replaced. */
function RestoreDialog({ matterKey, version, onClose }: RestoreDialogProps) {
  const { t } = useTranslation()
  const check = useCheck(matterKey)
  const restore = useRestoreVersion(matterKey)
  if (restore.data) {
    return (
      <Dialog
        title={t('versions.restored', { version })}
        onClose={onClose}
        footer={<Button onClick={onClose}>{t('common.close')}</Button>}
      >
        <p role="status">
          {t(restore.data.length === 0 ? 'versions.nothing' : 'versions.now')}{' '}
          <Link to={adminMatterPath(matterKey, 'publish')}>{t('versions.look')}</Link>
        </p>
      </Dialog>
    )
  }
  const isDrafted = (check.data?.parts.length ?? 0) > 0
  return (
    <Dialog
      title={t('versions.restoreTitle', { version })}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button
            kind="primary"
            disabled={!check.data || check.isFetching || restore.isPending}
            onClick={() => check.data && restore.mutate({ version, etag: check.data.etag })}
          >
            {t('versions.restore')}
          </Button>
        </>
      }
    >
      <p>{t('versions.restoreText')}</p>
      {isDrafted && <p className="za-warn">{t('versions.replaces')}</p>}
      {restore.isError && <ProblemLine error={restore.error} text={t('versions.restoreFailed')} />}
    </Dialog>
  )
}
