import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMigrateCase, useMigrationSurvey } from '../../api/migrations.ts'
import type { Case, MigrationSurvey } from '../../api/types.ts'
import { Button } from '../../components/Button.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { MigrationChoices, type StepMapping } from '../../components/MigrationChoices.tsx'
import { ProblemLine } from '../../components/ProblemLine.tsx'
import { PHONE, useMedia } from '../../components/use-media.ts'
import { noticeBoard } from '../../shell/notice-board.ts'

export interface MigrateCaseProps {
  item: Case
  versions: NonNullable<Case['migrate']>
}

/** For an administrator: this one case goes on under the version in force, once it is known that it can. */
export function MigrateCase({ item, versions }: MigrateCaseProps) {
  const { t, i18n } = useTranslation()
  const language = i18n.language.startsWith('zh') ? 'zh' : 'en'
  const phone = useMedia(PHONE)
  const id = useId()
  const [isAsking, setAsking] = useState(false)
  const [mapping, setMapping] = useState<StepMapping>({})
  const [decisions, setDecisions] = useState<MigrationSurvey['reasons']>([])
  const [survey, setSurvey] = useState<MigrationSurvey | null>(null)
  const [reason, setReason] = useState('')
  const look = useMigrationSurvey()
  const move = useMigrateCase(item.id)
  const { from, to } = versions

  async function handleLook(chosen: StepMapping) {
    setMapping(chosen)
    const found = await look.mutateAsync({ matter: item.matter.key, from, to, mapping: chosen, cases: [item.id] })
    setSurvey(found)
    // What was asked about stays in sight when the answers have settled it.
    const asked = found?.reasons.filter(({ candidates }) => candidates.length > 0) ?? []
    setDecisions((known) => [...known, ...asked.filter((one) => !known.some((other) => other.id === one.id))])
  }
  function handleAsk() {
    setSurvey(null)
    setDecisions([])
    setReason('')
    move.reset()
    setAsking(true)
    void handleLook({}).catch(() => undefined)
  }
  async function handleMove() {
    await move.mutateAsync({ to, version: item.version, mapping, reason: reason.trim() })
    setAsking(false)
    noticeBoard.post({ text: t('case.migrated', { to }) })
  }

  return (
    <>
      <Button onClick={handleAsk}>{t('migration.go', { version: to })}</Button>
      {isAsking && (
        <Dialog
          title={t('case.migrateTitle', { from, to })}
          place={phone ? 'bottom' : 'middle'}
          onClose={() => setAsking(false)}
          footer={
            <>
              <Button onClick={() => setAsking(false)}>{t('common.cancel')}</Button>
              <Button
                kind="primary"
                disabled={survey?.moves !== 1 || look.isPending || move.isPending}
                onClick={() => void handleMove().catch(() => undefined)}
              >
                {t('migration.go', { version: to })}
              </Button>
            </>
          }
        >
          <div className="za-migrate">
            <p>{t('case.migrateText', { to })}</p>
            <div role="status">
              {look.isPending && !survey && <p className="za-second">{t('migration.looking')}</p>}
              {survey?.moves === 1 && <p className="za-second">{t('case.migrateCan')}</p>}
              {survey?.staying.flatMap(({ words }) =>
                words.map((one) => (
                  <p key={one.zh} className="za-warn">
                    {one[language]}
                  </p>
                )),
              )}
              {survey?.open === 0 && <p className="za-warn">{t('case.migrateGone')}</p>}
            </div>
            {look.isError && <ProblemLine error={look.error} text={t('migration.lookFailed')} />}
            <MigrationChoices
              reasons={decisions}
              mapping={mapping}
              onChange={(chosen) => void handleLook(chosen).catch(() => undefined)}
            />
            <label htmlFor={id}>{t('case.migrateReason')}</label>
            <textarea
              id={id}
              className="za-text"
              maxLength={500}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
            {move.isError && <ProblemLine error={move.error} text={t('case.notDone')} />}
          </div>
        </Dialog>
      )}
    </>
  )
}
