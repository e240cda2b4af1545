import { useTranslation } from 'react-i18next'
import { DecisionCards } from './DecisionCards.tsx'
import { decisionCards } from './decision.ts'
import { MoreActions } from './MoreActions.tsx'
import { OpinionInput } from './OpinionInput.tsx'
import { ReturnChoice } from './ReturnChoice.tsx'
import { Signing } from './Signing.tsx'
import { SubmitButton } from './SubmitButton.tsx'
import { TaskStanding } from './TaskStanding.tsx'
import type { TaskDesk } from './task-desk.ts'

/** The decision: which, with what words, signed and sealed how. */
export function DecisionSection({ desk }: { desk: TaskDesk }) {
  const { t } = useTranslation()
  const { task, decision, decide } = desk
  const decides = decisionCards(task).length > 0
  return (
    <section>
      <h2>{t('task.yours')}</h2>
      <TaskStanding task={task} />
      <DecisionCards task={task} value={decision.type} onChange={(type) => decide({ type })} />
      {decision.type === 'return' && <ReturnChoice desk={desk} />}
      <MoreActions desk={desk} />
      {decides && (
        <>
          <OpinionInput desk={desk} />
          <Signing desk={desk} />
          <SubmitButton desk={desk} />
        </>
      )}
    </section>
  )
}
