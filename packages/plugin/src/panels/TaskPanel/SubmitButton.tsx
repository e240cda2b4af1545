import { useTranslation } from 'react-i18next'
import { Button } from '../../components/Button.tsx'
import { ProblemLine } from '../../components/ProblemLine.tsx'
import type { TaskDesk } from './task-desk.ts'

/** The one primary button: it says what will happen, and below it why it cannot or that it can be taken back. */
export function SubmitButton({ desk }: { desk: TaskDesk }) {
  const { t } = useTranslation()
  const { obstacle, submit } = desk
  const blocked = obstacle !== undefined || submit.sending || submit.conflict !== undefined
  return (
    <>
      <Button kind="primary" size="large" block disabled={blocked} onClick={submit.run}>
        {submit.sending ? t('task.sending') : <SubmitWords desk={desk} />}
      </Button>
      <p className="za-submit-note za-tiny za-muted">
        {obstacle ? t(`obstacle.${obstacle}`) : t(submit.conflict ? 'obstacle.conflict' : 'task.canWithdraw')}
      </p>
      {submit.problem && <ProblemLine error={submit.problem} text={t('task.notSent')} />}
    </>
  )
}

function SubmitWords({ desk }: { desk: TaskDesk }) {
  const { t } = useTranslation()
  const { task, decision } = desk
  const action = task.actions.find(({ type }) => type === decision.type)
  if (!action) return t('task.submit')
  const target = task.returnTargets.find(({ element }) => element.id === decision.to)
  if (decision.type === 'return' && target)
    return t('task.submitReturn', { label: action.label, to: target.element.name })
  return action.hint ? t('task.submitAs', action) : t('task.submitPlain', action)
}
