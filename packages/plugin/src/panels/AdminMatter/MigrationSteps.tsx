import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMigrationSurvey, useStartMigration } from '../../api/migrations.ts'
import type { MigrationSurvey } from '../../api/types.ts'
import { Button } from '../../components/Button.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { MigrationChoices, type StepMapping } from '../../components/MigrationChoices.tsx'
import { ProblemLine } from '../../components/ProblemLine.tsx'
import { StayingCases } from './StayingCases.tsx'

export interface MigrationStepsProps {
  matterKey: string
  from: number
  to: number
  /** Open cases of the older version. */
  count: number
  /** One is under way: another is not begun. */
  isRunning: boolean
}

/** One earlier version: what moving its cases would come to, where steps that are gone lead, and the start. */
export function MigrationSteps({ matterKey, from, to, count, isRunning }: MigrationStepsProps) {
  const { t } = useTranslation()
  const [mapping, setMapping] = useState<StepMapping>({})
  const [isAsking, setAsking] = useState(false)
  // What was asked about stays in sight when the answers have settled it.
  const [decisions, setDecisions] = useState<MigrationSurvey['reasons']>([])
  // The last answer stays in sight, and the focus where it is, while the next one is looked for.
  const [survey, setSurvey] = useState<MigrationSurvey | null>(null)
  const look = useMigrationSurvey()
  const start = useStartMigration()

  async function handleLook(chosen: StepMapping) {
    setMapping(chosen)
    const found = await look.mutateAsync({ matter: matterKey, from, to, mapping: chosen })
    setSurvey(found)
    const asked = found?.reasons.filter(({ candidates }) => candidates.length > 0) ?? []
    setDecisions((known) => [...known, ...asked.filter(({ id }) => !known.some((one) => one.id === id))])
  }

  async function handleStart() {
    await start.mutateAsync({ matter: matterKey, from, to, mapping })
    setAsking(false)
    setSurvey(null)
    setDecisions([])
  }

  return (
    <div className="za-migration">
      <div className="za-row">
        <span className="za-grow">{t('migration.open', { version: from, n: count })}</span>
        <Button disabled={look.isPending || isRunning} onClick={() => void handleLook(mapping).catch(() => undefined)}>
          {look.isPending ? t('migration.looking') : t('migration.look', { version: to })}
        </Button>
      </div>
      {look.isError && <ProblemLine error={look.error} text={t('migration.lookFailed')} />}
      {survey && (
        <>
          <p role="status">
            {t('migration.survey', {
              moves: survey.moves,
              decide: survey.needsDecision,
              cannot: survey.cannot,
            })}
            {survey.examined < survey.open && t('migration.examined', { n: survey.examined })}
          </p>
          <MigrationChoices
            reasons={decisions}
            mapping={mapping}
            onChange={(chosen) => void handleLook(chosen).catch(() => undefined)}
          />
          <StayingCases cases={survey.staying} />
          <Button kind="primary" disabled={survey.moves === 0 || look.isPending} onClick={() => setAsking(true)}>
            {t('migration.go', { version: to })}
          </Button>
        </>
      )}
      {isAsking && survey && (
        <Dialog
          title={t('migration.confirmTitle', { from, to })}
          onClose={() => setAsking(false)}
          footer={
            <>
              <Button onClick={() => setAsking(false)}>{t('common.cancel')}</Button>
              <Button
                kind="primary"
                disabled={start.isPending}
                onClick={() => void handleStart().catch(() => undefined)}
              >
                {t('migration.go', { version: to })}
              </Button>
            </>
          }
        >
          <p>{t('migration.confirm', { n: survey.moves, version: to })}</p>
          {start.isError && <ProblemLine error={start.error} text={t('migration.failed')} />}
        </Dialog>
      )}
    </div>
  )
}
