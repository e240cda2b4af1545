import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCaseAction } from '../../api/cases.ts'
import type { Case, CaseActionRequest } from '../../api/types.ts'
import { Button } from '../../components/Button.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { ProblemLine } from '../../components/ProblemLine.tsx'
import { noticeBoard } from '../../shell/notice-board.ts'

type Asked = 'withdraw' | 'terminate' | 'urge'

/** Withdraw, urge, terminate: as far as the server offers them, each after a question where it cannot be undone. */
export function CaseActions({ item }: { item: Case }) {
  const { t } = useTranslation()
  const action = useCaseAction(item.id)
  const [asked, setAsked] = useState<Asked>()
  const [reason, setReason] = useState('')

  function handleAct(body: CaseActionRequest, said: string) {
    action.mutate(body, {
      onSuccess: () => {
        setAsked(undefined)
        noticeBoard.post({ text: said })
      },
    })
  }
  function handleClose() {
    setAsked(undefined)
    action.reset()
  }
  const offers = (name: Asked) => item.actions.includes(name)
  return (
    <>
      {offers('urge') && (
        <Button disabled={action.isPending} onClick={() => handleAct({ type: 'urge' }, t('case.urged'))}>
          {t('case.urge')}
        </Button>
      )}
      {offers('withdraw') && <Button onClick={() => setAsked('withdraw')}>{t('case.withdraw')}</Button>}
      {offers('terminate') && <Button onClick={() => setAsked('terminate')}>{t('case.terminate')}</Button>}
      {action.isError && asked === undefined && <ProblemLine error={action.error} text={t('case.notDone')} />}
      {asked === 'withdraw' && (
        <Dialog
          title={t('case.withdrawTitle')}
          onClose={handleClose}
          footer={
            <>
              <Button onClick={handleClose}>{t('common.cancel')}</Button>
              <Button
                kind="primary"
                disabled={action.isPending}
                onClick={() => handleAct({ type: 'withdraw', version: item.version }, t('case.withdrawn'))}
              >
                {t('case.withdraw')}
              </Button>
            </>
          }
        >
          {t('case.withdrawText')}
          {action.isError && <ProblemLine error={action.error} text={t('case.notDone')} />}
        </Dialog>
      )}
      {asked === 'terminate' && (
        <Dialog
          title={t('case.terminateTitle')}
          onClose={handleClose}
          footer={
            <>
              <Button onClick={handleClose}>{t('common.cancel')}</Button>
              <Button
                kind="primary"
                disabled={action.isPending || reason.trim() === ''}
                onClick={() => handleAct({ type: 'terminate', reason: reason.trim() }, t('case.terminated'))}
              >
                {t('case.terminate')}
              </Button>
            </>
          }
        >
          <label htmlFor="za-terminate-reason">{t('case.reason')}</label>
          <textarea
            id="za-terminate-reason"
            className="za-text"
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
          {action.isError && <ProblemLine error={action.error} text={t('case.notDone')} />}
        </Dialog>
      )}
    </>
  )
}
