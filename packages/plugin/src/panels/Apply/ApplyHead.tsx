import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Matter } from '../../api/types.ts'
import { cataloguePath } from '../../app/paths.ts'
import { Button, buttonClass } from '../../components/Button.tsx'
import { Icon } from '../../components/Icon.tsx'
import { PageHeading } from '../../components/PageHeading.tsx'
import { DraftLine } from './DraftLine.tsx'
import type { DraftState } from './draft-state.ts'

export interface ApplyHeadProps {
  matter: Matter
  draft: DraftState
  submitting: boolean
  /** Why it cannot be submitted. */
  blocked?: string
  onSave: () => void
  onSubmit: () => void
}

/** What is applied for, how far it is kept, and submitting. */
export function ApplyHead({ matter, draft, submitting, blocked, onSave, onSubmit }: ApplyHeadProps) {
  const { t } = useTranslation()
  const about = [t('menu.apply'), matter.category, ...(matter.deadline ? [matter.deadline] : [])]
  return (
    <header className="za-head">
      <Link
        className={`${buttonClass({ kind: 'text' })} za-button-icon`}
        to={cataloguePath}
        aria-label={t('common.back')}
      >
        <Icon name="back" />
      </Link>
      <div className="za-grow">
        <PageHeading className="za-cut">{matter.form.title}</PageHeading>
        <p className="za-small za-second za-cut">{about.join(' · ')}</p>
      </div>
      <DraftLine state={draft} />
      <span className="za-separator" />
      <div className="za-apply-actions">
        <Button disabled={draft.kind !== 'waiting' && draft.kind !== 'failed'} onClick={onSave}>
          {t('apply.save')}
        </Button>
        <Button
          kind="primary"
          disabled={submitting || blocked !== undefined}
          aria-describedby={blocked && 'za-apply-blocked'}
          onClick={onSubmit}
        >
          {t(submitting ? 'apply.submitting' : 'apply.submit')}
        </Button>
      </div>
      {blocked && (
        <p id="za-apply-blocked" className="za-apply-blocked za-small za-warn">
          {blocked}
        </p>
      )}
    </header>
  )
}
