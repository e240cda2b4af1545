import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { Task } from '../../api/types.ts'
import { type DecisionType, decisionCards } from './decision.ts'
import './decision.css'

export interface DecisionCardsProps {
  task: Task
  value: DecisionType | undefined
  onChange: (type: DecisionType) => void
  /** Phones have no room for the hints. */
  bare?: boolean
}

/** The decisions as cards; the chosen one is circled in vermilion (圈阅). */
export function DecisionCards({ task, value, onChange, bare = false }: DecisionCardsProps) {
  const { t } = useTranslation()
  const name = useId()
  return (
    <div className="za-decisions" role="radiogroup" aria-label={t('task.decision')}>
      {decisionCards(task).map(({ type, label, hint }) => (
        <label key={type} className={type === value ? 'za-chosen' : ''}>
          <input type="radio" name={name} checked={type === value} onChange={() => onChange(type)} />
          <span className="za-decision-word">
            {label}
            {type === value && <Ring />}
          </span>
          {!bare && <span className="za-tiny">{hint}</span>}
        </label>
      ))}
    </div>
  )
}

/** One stroke of a brush around the word. */
function Ring() {
  return (
    <svg className="za-ring" viewBox="0 0 108 56" preserveAspectRatio="none" aria-hidden="true">
      <path
        d="M74 7C46 2 12 9 8 27c-4 17 24 24 48 23 26-1 46-10 45-25C100 11 76 5 50 7"
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  )
}
