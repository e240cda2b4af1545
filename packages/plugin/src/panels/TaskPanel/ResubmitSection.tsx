import { useTranslation } from 'react-i18next'
import { Icon } from '../../components/Icon.tsx'
import { OpinionInput } from './OpinionInput.tsx'
import { SubmitButton } from './SubmitButton.tsx'
import type { TaskDesk } from './task-desk.ts'

/** For the initiator after a return: what was asked for, and submitting again. */
export function ResubmitSection({ desk }: { desk: TaskDesk }) {
  const { t } = useTranslation()
  const last = [...desk.task.case.history].reverse().find((entry) => entry.kind === 'returned')
  return (
    <section>
      <h2>{t('resubmit.title')}</h2>
      {last && (
        <div className="za-alert za-alert-warn">
          <Icon name="return" />
          <div>
            {t('resubmit.by', { who: last.person?.name ?? '', step: last.element?.name ?? '' })}
            <p className="za-quote">{last.opinion}</p>
          </div>
        </div>
      )}
      <OpinionInput desk={desk} />
      <SubmitButton desk={desk} />
    </section>
  )
}
