import { useTranslation } from 'react-i18next'
import type { Draft } from '../../api/types.ts'
import { Button } from '../../components/Button.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { useInstantFormat } from '../../time/use-instant-format.ts'

export interface DraftConflictProps {
  /** What another device has saved. */
  other: Draft
  onKeepMine: (other: Draft) => void
  onTakeOther: (other: Draft) => void
}

/** Two devices have filled in the same draft: the person chooses, nothing is overwritten unasked. */
export function DraftConflict({ other, onKeepMine, onTakeOther }: DraftConflictProps) {
  const { t } = useTranslation()
  const format = useInstantFormat()
  return (
    <Dialog
      title={t('draft.conflictTitle')}
      onClose={() => onKeepMine(other)}
      footer={
        <>
          <Button onClick={() => onTakeOther(other)}>{t('draft.takeOther')}</Button>
          <Button kind="primary" onClick={() => onKeepMine(other)}>
            {t('draft.keepMine')}
          </Button>
        </>
      }
    >
      {t('draft.conflictText', { at: format.minute(other.updatedAt) })}
    </Dialog>
  )
}
