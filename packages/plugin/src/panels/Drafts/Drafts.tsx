import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useDiscardDraft, useMatters } from '../../api/matters.ts'
import type { MatterSummary } from '../../api/types.ts'
import { applyPath, cataloguePath } from '../../app/paths.ts'
import { Button, buttonClass } from '../../components/Button.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { FailedState } from '../../components/FailedState.tsx'
import { ListSkeleton } from '../../components/ListSkeleton.tsx'
import { PageHeading } from '../../components/PageHeading.tsx'
import { ProblemLine } from '../../components/ProblemLine.tsx'
import { useInstantFormat } from '../../time/use-instant-format.ts'
import './drafts.css'

/** What was filled in and not yet submitted. */
export function Drafts() {
  const { t } = useTranslation()
  const format = useInstantFormat()
  const { data, isError, error, refetch } = useMatters()
  const [leaving, setLeaving] = useState<MatterSummary>()
  const drafts = data?.filter((matter) => matter.draftUpdatedAt !== null)
  return (
    <>
      <div className="za-top">
        <PageHeading>{t('drafts.title')}</PageHeading>
      </div>
      {isError && !data && (
        <FailedState title={t('drafts.failed')} safe={t('drafts.safe')} error={error} onRetry={() => void refetch()} />
      )}
      {!data && !isError && <ListSkeleton label={t('drafts.loading')} columns={[70, 40]} />}
      {drafts?.length === 0 && (
        <EmptyState
          title={t('drafts.empty')}
          actions={
            <Link className={buttonClass({})} to={cataloguePath}>
              {t('menu.apply')}
            </Link>
          }
        >
          {t('drafts.emptyText')}
        </EmptyState>
      )}
      {drafts && drafts.length > 0 && (
        <ul className="za-list za-drafts">
          {drafts.map((matter) => (
            <li key={matter.key}>
              <div className="za-grow">
                <b className="za-bold">{matter.title}</b>
                <p className="za-muted za-small">
                  {matter.draftUpdatedAt && t('drafts.savedAt', { at: format.minute(matter.draftUpdatedAt) })}
                </p>
              </div>
              <Button kind="text" onClick={() => setLeaving(matter)}>
                {t('drafts.discard')}
              </Button>
              <Link className={buttonClass({})} to={applyPath(matter.key)}>
                {t('drafts.go')}
              </Link>
            </li>
          ))}
        </ul>
      )}
      {leaving && <DiscardDialog matter={leaving} onClose={() => setLeaving(undefined)} />}
    </>
  )
}

function DiscardDialog({ matter, onClose }: { matter: MatterSummary; onClose: () => void }) {
  const { t } = useTranslation()
  const discard = useDiscardDraft()
  return (
    <Dialog
      title={t('drafts.discardTitle')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button
            kind="primary"
            disabled={discard.isPending}
            onClick={() => discard.mutate(matter.key, { onSuccess: onClose })}
          >
            {t('drafts.discardOk')}
          </Button>
        </>
      }
    >
      {t('drafts.discardText', { title: matter.title })}
      {discard.isError && <ProblemLine error={discard.error} text={t('drafts.discardFailed')} />}
    </Dialog>
  )
}
