import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { formOf } from '../../api/form.ts'
import { fieldTitle } from '../../components/field-title.ts'
import type { TaskDesk } from './task-desk.ts'

/** The words of the decision, in vermilion, with common phrases to start from. */
export function OpinionInput({ desk }: { desk: TaskDesk }) {
  const { t } = useTranslation()
  const id = useId()
  const { task, decision, decide } = desk
  const { field, phrases } = task.opinion
  const intoBox = field !== null && decision.type === 'approve'
  return (
    <>
      <h2 className="za-decision-part">
        <label htmlFor={id}>{t(decision.type === 'return' ? 'task.reason' : 'task.opinion')}</label>
        {intoBox && (
          <span className="za-muted za-tiny">{t('task.into', { field: fieldTitle(formOf(task.case), [field]) })}</span>
        )}
      </h2>
      <textarea
        id={id}
        className="za-text za-opinion"
        maxLength={2000}
        value={decision.text}
        onChange={(event) => decide({ text: event.target.value, written: true })}
      />
      {phrases.length > 0 && (
        <fieldset className="za-phrases" aria-label={t('task.phrases')}>
          {phrases.map((phrase) => (
            <button key={phrase} type="button" onClick={() => decide({ text: phrase, written: true })}>
              {phrase}
            </button>
          ))}
        </fieldset>
      )}
    </>
  )
}
