import { useTranslation } from 'react-i18next'
import type { DraftConflict } from '../../api/admin.ts'
import { Button } from '../../components/Button.tsx'
import { Icon } from '../../components/Icon.tsx'
import { useInstantFormat } from '../../time/use-instant-format.ts'

export interface ConflictLineProps {
  conflict: DraftConflict
  /** Without these the choice is made elsewhere. */
  onKeepMine?: () => void
  onTakeTheirs?: () => void
}

/** Somebody else has saved the draft: who, when, what, and the choice. Nothing is overwritten before it. */
export function ConflictLine({ conflict, onKeepMine, onTakeTheirs }: ConflictLineProps) {
  const { t } = useTranslation()
  const format = useInstantFormat()
  const { updatedBy, updatedAt, changes } = conflict
  return (
    <div className="za-alert za-alert-warn za-admin-conflict" role="alert">
      <Icon name="warning" />
      <div className="za-grow">
        <p>
          {updatedBy
            ? t('adminMatter.conflictBy', { name: updatedBy, at: format.minute(updatedAt) })
            : t('adminMatter.conflictUnknown')}
        </p>
        {changes.length > 0 && (
          <>
            <p>{t('adminMatter.changes')}</p>
            <ul className="za-small">
              {changes.map((change) => (
                <li key={change}>{change}</li>
              ))}
            </ul>
          </>
        )}
      </div>
      {onKeepMine && <Button onClick={onKeepMine}>{t('adminMatter.keepMine')}</Button>}
      {onTakeTheirs && <Button onClick={onTakeTheirs}>{t('adminMatter.takeTheirs')}</Button>}
    </div>
  )
}
