import { useTranslation } from 'react-i18next'
import { Button } from '../../components/Button.tsx'
import { type DecisionType, decisionCards } from './decision.ts'
import type { TaskDesk } from './task-desk.ts'

/** The decisions, always in reach of the thumb: what agrees stands at the right and is primary. */
export function PhoneBar({ desk, onDecide }: { desk: TaskDesk; onDecide: (type: DecisionType) => void }) {
  const { t } = useTranslation()
  const { task } = desk
  if (task.resubmit)
    return (
      <nav className="za-phone-bar" aria-label={t('task.decision')}>
        <Button kind="primary" onClick={() => onDecide('resubmit')}>
          {t('decision.resubmit')}
        </Button>
      </nav>
    )
  return (
    <nav className="za-phone-bar" aria-label={t('task.decision')}>
      {[...decisionCards(task)].reverse().map(({ type, label }) => (
        <Button key={type} kind={type === 'approve' ? 'primary' : 'plain'} onClick={() => onDecide(type)}>
          {label}
        </Button>
      ))}
    </nav>
  )
}
