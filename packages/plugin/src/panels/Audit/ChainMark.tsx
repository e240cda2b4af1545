import { useTranslation } from 'react-i18next'
import { useAuditVerification } from '../../api/audit.ts'
import { Button } from '../../components/Button.tsx'
import { Icon } from '../../components/Icon.tsx'
import { ProblemLine } from '../../components/ProblemLine.tsx'
import { useInstantFormat } from '../../time/use-instant-format.ts'

/** Whether nothing was changed, taken out or put in: the chain as the server has just recomputed it. */
export function ChainMark() {
  const { t } = useTranslation()
  const format = useInstantFormat()
  const { data, error, isError, isFetching, refetch } = useAuditVerification()
  if (isFetching) {
    return (
      <p className="za-alert za-audit-chain" role="status">
        <Icon name="clock" />
        {t('audit.verifying')}
      </p>
    )
  }
  if (isError || !data) return <ProblemLine error={error} text={t('audit.verifyFailed')} />
  const { records, head, broken, verifiedAt } = data
  const again = (
    <Button kind="link" onClick={() => void refetch()}>
      {t('audit.verifyAgain')}
    </Button>
  )
  if (broken) {
    return (
      <div className="za-alert za-alert-error za-audit-chain" role="alert">
        <Icon name="problem" />
        <div className="za-grow">
          <b>{t(`audit.broken.${broken.reason}`, { seq: broken.seq })}</b>
          <p>{t('audit.brokenText', { records })}</p>
        </div>
        {again}
      </div>
    )
  }
  return (
    <div className="za-alert za-alert-ok za-audit-chain" role="status">
      <Icon name="ok" />
      <div className="za-grow">
        <b>{t('audit.whole', { records })}</b>
        <p className="za-small">
          {t('audit.head', { seq: head.seq, at: format.minute(verifiedAt) })}
          <code>{head.hash}</code>
        </p>
      </div>
      {again}
    </div>
  )
}
