import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useCheck, useImpact, usePublish } from '../../api/admin.ts'
import { useSetSchedule } from '../../api/schedules.ts'
import type { Definition } from '../../api/types.ts'
import { applyPath } from '../../app/paths.ts'
import { Button } from '../../components/Button.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { ProblemLine } from '../../components/ProblemLine.tsx'
import { chinaInstant } from '../../time/china-instant.ts'
import { useInstantFormat } from '../../time/use-instant-format.ts'
import { Changes } from './Changes.tsx'
import { CheckPanel } from './CheckPanel.tsx'
import { Impact } from './Impact.tsx'
import { Migrations } from './Migrations.tsx'
import { PublishWhen } from './PublishWhen.tsx'
import { ScheduleLine } from './ScheduleLine.tsx'
import { settingsOf } from './settings-of.ts'

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
  const schedule = useSetSchedule(matterKey)
  const format = useInstantFormat()
  const [note, setNote] = useState('')
  const [when, setWhen] = useState<string>()
  const [isAsking, setAsking] = useState(false)
  const publishAt = when === undefined ? undefined : chinaInstant(when)
  const sending = publish.isPending || schedule.isPending
  const next = (definition.published?.version ?? 0) + 1
  const errors = check.data?.issues.filter(({ severity }) => severity === 'error').length ?? 0
  const isNothing = check.data?.parts.length === 0
  const blocked = blockedBy()
  const others = check.data?.matters.filter((key) => key !== matterKey) ?? []
  const open = impact.data?.items.reduce((sum, { count }) => sum + count, 0) ?? 0

  function blockedBy(): string | undefined {
    if (!check.data || check.isFetching) return t('publish.checking')
    if (isNothing) return t('publish.nothing')
    if (errors > 0) return t('publish.blocked', { n: errors })
    return when !== undefined && publishAt === undefined ? t('schedule.missing') : undefined
  }

  async function handlePublish() {
    if (!check.data) return
    const { etag } = check.data
    if (publishAt === undefined) await publish.mutateAsync({ note, etag })
    else await schedule.mutateAsync({ publishAt, note, etag })
    setAsking(false)
    if (publishAt === undefined) onPublished()
    else setWhen(undefined)
  }

  return (
    <div className="za-publish">
      <div>
        <h2 className="za-publish-title">{t('publish.title', { title: String(settingsOf(definition).title) })}</h2>
        <ScheduleLine matterKey={matterKey} />
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
        <PublishWhen value={when} onChange={setWhen} />
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
          {t(when === undefined ? 'publish.go' : 'schedule.go')}
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
          title={
            publishAt === undefined
              ? t('publish.confirmTitle', { version: next })
              : t('schedule.confirmTitle', { version: next, at: format.minute(publishAt) })
          }
          onClose={() => setAsking(false)}
          footer={
            <>
              <Button onClick={() => setAsking(false)}>{t('common.cancel')}</Button>
              <Button kind="primary" disabled={sending} onClick={() => void handlePublish().catch(() => undefined)}>
                {sending
                  ? t('publish.publishing')
                  : t(publishAt === undefined ? 'publish.goTo' : 'schedule.go', { version: next })}
              </Button>
            </>
          }
        >
          <p>{t(publishAt === undefined ? 'publish.confirm' : 'schedule.confirm', { n: open })}</p>
          {others.length > 0 && <p>{t('publish.shared', { list: others.join('、') })}</p>}
          {publish.isError && <ProblemLine error={publish.error} text={t('publish.failed')} />}
          {schedule.isError && <ProblemLine error={schedule.error} text={t('schedule.notSet')} />}
        </Dialog>
      )}
    </div>
  )
}
