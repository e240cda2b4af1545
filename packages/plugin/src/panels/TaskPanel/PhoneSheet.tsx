import { useTranslation } from 'react-i18next'
import { Dialog } from '../../components/Dialog.tsx'
import { Conflict } from './Conflict.tsx'
import { DecisionCards } from './DecisionCards.tsx'
import { OpinionInput } from './OpinionInput.tsx'
import { ReturnChoice } from './ReturnChoice.tsx'
import { Signing } from './Signing.tsx'
import { SubmitButton } from './SubmitButton.tsx'
import type { TaskDesk } from './task-desk.ts'

/** Rises from the bar with the decision circled; two taps agree. */
export function PhoneSheet({ desk, onClose }: { desk: TaskDesk; onClose: () => void }) {
  const { t } = useTranslation()
  const { task, decision, decide, submit } = desk
  const [next] = task.forecast
  const who = next?.people.map((person) => person.name).join('、')
  return (
    <Dialog title={t(task.resubmit ? 'decision.resubmit' : 'phone.write')} place="bottom" onClose={onClose}>
      <div className="za-phone-sheet">
        {submit.conflict && <Conflict task={task} now={submit.conflict} onAccept={submit.acceptConflict} />}
        {!task.resubmit && (
          <DecisionCards bare task={task} value={decision.type} onChange={(type) => decide({ type })} />
        )}
        {decision.type === 'return' && <ReturnChoice desk={desk} />}
        <OpinionInput desk={desk} />
        <Signing desk={desk} />
        {decision.type === 'approve' && next && (
          <dl className="za-signing">
            <dt>{t('forecast.title')}</dt>
            <dd>{who ? `${who} · ${next.element.name}` : next.element.name}</dd>
          </dl>
        )}
        <SubmitButton desk={desk} />
      </div>
    </Dialog>
  )
}
