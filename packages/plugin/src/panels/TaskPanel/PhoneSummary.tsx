import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Task } from '../../api/types.ts'
import { Button } from '../../components/Button.tsx'
import { Changes } from '../../components/Changes.tsx'
import { DueText } from '../../components/DueText.tsx'
import { Icon } from '../../components/Icon.tsx'
import { QuotaBlocks } from '../../components/QuotaBlocks.tsx'
import { useInstantFormat } from '../../time/use-instant-format.ts'
import { useNow } from '../../time/use-now.ts'

/** Who and what, the step, the deadline, the quota, and what was returned before. */
export function PhoneSummary({ task }: { task: Task }) {
  const { t } = useTranslation()
  const now = useNow()
  const { case: item, limits } = task
  const [quota] = limits
  return (
    <section className="za-phone-sum">
      <p className="za-second">{String(item.form.title)}</p>
      <h2>{item.title}</h2>
      <p>{item.digest}</p>
      <dl>
        <dt>{t('task.at')}</dt>
        <dd>{task.element.name}</dd>
        <dt>{t('inbox.due')}</dt>
        <dd>
          <DueText dueAt={task.dueAt} workdays={task.dueInWorkdays} now={now} inline />
        </dd>
        {quota && (
          <>
            <dt>{t('quota.title')}</dt>
            <dd>
              <QuotaBlocks used={quota.used} max={quota.max} withThis />{' '}
              {t('quota.line', { ...quota, withThis: Math.min(quota.used + 1, quota.max) })}
            </dd>
          </>
        )}
      </dl>
      <ReturnedBefore task={task} />
    </section>
  )
}

function ReturnedBefore({ task }: { task: Task }) {
  const { t } = useTranslation()
  const format = useInstantFormat()
  const [open, setOpen] = useState(false)
  const { history, corrections } = task.case
  const returns = history.filter((entry) => entry.kind === 'returned')
  const last = returns[returns.length - 1]
  if (!last) return null
  const titles = corrections.map((correction) => correction.title).join('、')
  return (
    <>
      <p className="za-alert za-alert-warn">
        <Icon name="return" />
        <span>
          {t('phone.returned', { day: format.day(last.at), n: returns.length })}
          {titles && t('phone.corrected', { titles })}{' '}
          {corrections.length > 0 && (
            <Button kind="link" aria-expanded={open} onClick={() => setOpen(!open)}>
              {t('phone.compare')}
            </Button>
          )}
        </span>
      </p>
      {open && <Changes changes={corrections} />}
    </>
  )
}
