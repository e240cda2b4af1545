import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useCheck, useDefinitionDiff, useImpact, usePublish } from '../../api/admin.ts'
import type { Definition } from '../../api/types.ts'
import { applyPath } from '../../app/paths.ts'
import { Button } from '../../components/Button.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { ListSkeleton } from '../../components/ListSkeleton.tsx'
import { ProblemLine } from '../../components/ProblemLine.tsx'
import { ChangeList } from './ChangeList.tsx'
import { CheckPanel } from './CheckPanel.tsx'
import { Migrations } from './Migrations.tsx'
import { settingsOf } from './settings-of.ts'
import { Unfetched } from './Unfetched.tsx'

export interface PublishTabProps {
  matterKey: string
  definition: Definition
  onPublished: () => void
}

/** What changed, what it means for the cases under way, what is wrong, and publishing it. */
export function PublishTab({ matterKey, definition, onPublished }: PublishTabProps) {
  const { t } = useTranslation()
  const check = useCheck(matterKey)
  const impact = useImpact(matterKey)
  const publish = usePublish(matterKey)
  const [note, setNote] = useState('')
  const [isAsking, setAsking] = useState(false)
  const next = (definition.published?.version ?? 0) + 1
  const errors = check.data?.issues.filter(({ severity }) => severity === 'error').length ?? 0
  const isNothing = check.data?.parts.length === 0
  const blocked = blockedBy()
  const others = check.data?.matters.filter((key) => key !== matterKey) ?? []
  const open = impact.data?.reduce((sum, { count }) => sum + count, 0) ?? 0

  function blockedBy(): string | undefined {
    if (!check.data || check.isFetching) return t('publish.checking')
    if (isNothing) return t('publish.nothing')
    return errors > 0 ? t('publish.blocked', { n: errors }) : undefined
  }

  async function handlePublish() {
    if (!check.data) return
    await publish.mutateAsync({ note, etag: check.data.etag })
    setAsking(false)
    onPublished()
  }

  return (
    <div className="za-publish">
      <div>
        <h2 className="za-publish-title">{t('publish.title', { title: String(settingsOf(definition).title) })}</h2>
        {publish.data && (
          <p className="za-alert za-alert-ok" role="status">
            {t('publish.done', { version: publish.data.version })}{' '}
            <Link to={applyPath(matterKey)}>{t('publish.apply')}</Link>
          </p>
        )}
        <Changes matterKey={matterKey} isFirst={!definition.published} isNothing={isNothing} />
        <Impact matterKey={matterKey} />
        {definition.published && <Migrations matterKey={matterKey} />}
        <section className="za-panel">
          <CheckPanel matterKey={matterKey} open />
        </section>
      </div>
      <aside className="za-panel za-publish-side">
        <header>
          <h2>{t('publish.goTo', { version: next })}</h2>
        </header>
        <label>
          {t('publish.note')}
          <textarea
            className="za-text"
            maxLength={500}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
          <span className="za-small za-second">{t('publish.noteHint')}</span>
        </label>
        <Button
          kind="primary"
          block
          disabled={blocked !== undefined}
          aria-describedby={blocked && 'za-publish-blocked'}
          onClick={() => setAsking(true)}
        >
          {t('publish.go')}
        </Button>
        {blocked && (
          <p id="za-publish-blocked" className="za-small za-warn">
            {blocked}
          </p>
        )}
        {check.isError && <Button onClick={() => void check.refetch()}>{t('publish.retry')}</Button>}
        <p className="za-small za-second">{t('publish.audit')}</p>
      </aside>
      {isAsking && (
        <Dialog
          title={t('publish.confirmTitle', { version: next })}
          onClose={() => setAsking(false)}
          footer={
            <>
              <Button onClick={() => setAsking(false)}>{t('common.cancel')}</Button>
              <Button
                kind="primary"
                disabled={publish.isPending}
                onClick={() => void handlePublish().catch(() => undefined)}
              >
                {publish.isPending ? t('publish.publishing') : t('publish.goTo', { version: next })}
              </Button>
            </>
          }
        >
          <p>{t('publish.confirm', { n: open })}</p>
          {others.length > 0 && <p>{t('publish.shared', { list: others.join('、') })}</p>}
          {publish.isError && <ProblemLine error={publish.error} text={t('publish.failed')} />}
        </Dialog>
      )}
    </div>
  )
}

interface ChangesProps {
  matterKey: string
  isFirst: boolean
  isNothing: boolean
}

function Changes({ matterKey, isFirst, isNothing }: ChangesProps) {
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

function Impact({ matterKey }: { matterKey: string }) {
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
