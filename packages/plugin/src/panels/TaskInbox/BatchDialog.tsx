import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useTaskBatch } from '../../api/tasks.ts'
import type { BatchResult, TaskSummary } from '../../api/types.ts'
import { Button } from '../../components/Button.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { Icon } from '../../components/Icon.tsx'
import { ProblemLine } from '../../components/ProblemLine.tsx'

export interface BatchDialogProps {
  tasks: TaskSummary[]
  /** Tasks that were not decided; they stay chosen. */
  onFailed: (tasks: TaskSummary[]) => void
  /** `answered`: at least one decision was sent. */
  onClose: (answered: boolean) => void
}

/** One opinion for all chosen tasks, then the answer row by row. */
export function BatchDialog({ tasks, onFailed, onClose }: BatchDialogProps) {
  const { t } = useTranslation()
  // The tasks leave the list while the answers are read: keep those that were asked about.
  const [asked] = useState(tasks)
  const [text, setText] = useState(t('batch.opinion'))
  const batch = useTaskBatch()

  function handleApprove() {
    const items = asked.map(({ id, version }) => ({ taskId: id, version }))
    batch.mutate(
      { items, type: 'approve', opinion: { text } },
      { onSuccess: ({ items }) => onFailed(asked.filter((task) => !answerOf(items, task)?.ok)) },
    )
  }

  const first = asked[0]
  if (batch.data) {
    const failed = batch.data.items.filter((item) => !item.ok).length
    return (
      <Dialog
        title={
          failed > 0
            ? t('batch.someFailed', { done: asked.length - failed, failed })
            : t('batch.allDone', { n: asked.length })
        }
        onClose={() => onClose(true)}
        footer={
          <Button kind="primary" onClick={() => onClose(true)}>
            {t(failed > 0 ? 'batch.backToFailed' : 'batch.finish')}
          </Button>
        }
      >
        <ul className="za-batch-results">
          {asked.map((task) => {
            const result = answerOf(batch.data.items, task)
            return (
              <li key={task.id}>
                <Icon name={result?.ok ? 'ok' : 'problem'} className={result?.ok ? 'za-good' : 'za-wrong'} />
                <div className="za-grow">
                  {task.case.title}
                  <p className={`za-small ${result?.ok ? 'za-muted' : 'za-wrong'}`}>{result?.message}</p>
                </div>
              </li>
            )
          })}
        </ul>
      </Dialog>
    )
  }
  return (
    <Dialog
      title={t('batch.title', { n: asked.length })}
      onClose={() => onClose(false)}
      footer={
        <>
          <Button onClick={() => onClose(false)}>{t('common.cancel')}</Button>
          <Button kind="primary" disabled={batch.isPending} onClick={handleApprove}>
            {batch.isPending ? t('batch.sending') : t('batch.submit', { n: asked.length })}
          </Button>
        </>
      }
    >
      {first && (
        <p className="za-second">{t('batch.what', { matter: first.matter.title, step: first.element.name })}</p>
      )}
      <ul className="za-batch-list">
        {asked.map((task) => (
          <li key={task.id} className="za-cut">
            {task.case.title}
          </li>
        ))}
      </ul>
      <label className="za-bold" htmlFor="za-batch-text">
        {t('batch.text')}
      </label>
      <textarea
        id="za-batch-text"
        className="za-text za-opinion-text"
        maxLength={2000}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      {batch.isError && <ProblemLine error={batch.error} text={t('batch.notSent')} />}
    </Dialog>
  )
}

function answerOf(items: BatchResult['items'], task: TaskSummary) {
  return items.find((item) => item.taskId === task.id)
}
