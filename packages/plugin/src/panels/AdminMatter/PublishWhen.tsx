import { useTranslation } from 'react-i18next'

export interface PublishWhenProps {
  /** As the field holds it, time of China; `undefined`: at once. */
  value: string | undefined
  onChange: (value: string | undefined) => void
}

/** Whether a version goes into force at once or at a set time. */
export function PublishWhen({ value, onChange }: PublishWhenProps) {
  const { t } = useTranslation()
  return (
    <fieldset className="za-publish-when">
      <legend>{t('schedule.legend')}</legend>
      <label>
        <input type="radio" name="za-when" checked={value === undefined} onChange={() => onChange(undefined)} />
        {t('schedule.now')}
      </label>
      <label>
        <input type="radio" name="za-when" checked={value !== undefined} onChange={() => onChange('')} />
        {t('schedule.later')}
      </label>
      {value !== undefined && (
        <label className="za-field">
          <span className="za-unseen">{t('schedule.time')}</span>
          <input type="datetime-local" value={value} onChange={(event) => onChange(event.target.value)} />
        </label>
      )}
    </fieldset>
  )
}
