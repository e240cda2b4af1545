import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/Button.tsx'
import { DecisionCards } from './DecisionCards.tsx'
import { OpinionInput } from './OpinionInput.tsx'
import { ReturnChoice } from './ReturnChoice.tsx'
import { Signing } from './Signing.tsx'
import { SubmitButton } from './SubmitButton.tsx'
import { TransferDialog } from './TransferDialog.tsx'
import type { TaskDesk } from './task-desk.ts'

/** The decision: which, with what words, signed and sealed how. */
export function DecisionSection({ desk }: { desk: TaskDesk }) {
  const { t } = useTranslation()
  const { task, decision, decide } = desk
  const [transferring, setTransferring] = useState(false)
  const transfer = task.actions.find((action) => action.type === 'transfer')
  return (
    <section>
      <h2>{t('task.yours')}</h2>
      <DecisionCards task={task} value={decision.type} onChange={(type) => decide({ type })} />
      {decision.type === 'return' && <ReturnChoice desk={desk} />}
      {transfer && (
        <div className="za-more-decisions">
          <Button size="small" onClick={() => setTransferring(true)}>
            {transfer.label}
          </Button>
        </div>
      )}
      <OpinionInput desk={desk} />
      <Signing desk={desk} />
      <SubmitButton desk={desk} />
      {transferring && <TransferDialog desk={desk} onClose={() => setTransferring(false)} />}
    </section>
  )
}
