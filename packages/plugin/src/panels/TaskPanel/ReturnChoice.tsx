import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Segments } from '../../components/Segments.tsx'
import type { TaskDesk } from './task-desk.ts'

/** Where a return goes, what follows the correction, and what it strikes out. */
export function ReturnChoice({ desk }: { desk: TaskDesk }) {
  const { t } = useTranslation()
  const name = useId()
  const { task, decision, decide } = desk
  const chosen = task.returnTargets.find((target) => target.element.id === decision.to)
  return (
    <fieldset className="za-return">
      <legend>{t('return.to')}</legend>
      <ul>
        {task.returnTargets.map((target) => (
          <li key={target.element.id}>
            <label>
              <input
                type="radio"
                className="za-radio"
                name={name}
                checked={target.element.id === decision.to}
                onChange={() => decide({ to: target.element.id })}
              />
              <span>
                {target.element.name}
                <span className="za-muted za-small za-block-line">{target.people}</span>
              </span>
            </label>
          </li>
        ))}
      </ul>
      <h3>{t('return.after')}</h3>
      <Segments
        small
        label={t('return.after')}
        value={decision.after}
        options={[
          { value: 'replay', label: t('return.replay') },
          { value: 'straight', label: t('return.straight') },
        ]}
        onChange={(after) => decide({ after })}
      />
      {chosen && chosen.undoes.length > 0 && (
        <p className="za-small za-second">
          {t('return.undoes', { what: chosen.undoes.join('、'), n: chosen.undoes.length })}
        </p>
      )}
    </fieldset>
  )
}
