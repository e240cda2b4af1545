import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { cataloguePath, donePath } from '../../app/paths.ts'
import { Button, buttonClass } from '../../components/Button.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'

/** Nothing to do, or nothing that matches: two different things. */
export function InboxEmpty({ narrowed, onClear }: { narrowed: boolean; onClear: () => void }) {
  const { t } = useTranslation()
  if (narrowed) {
    return (
      <EmptyState title={t('inbox.noMatch')} actions={<Button onClick={onClear}>{t('inbox.clear')}</Button>}>
        {t('inbox.noMatchText')}
      </EmptyState>
    )
  }
  return (
    <EmptyState
      title={t('inbox.empty')}
      actions={
        <>
          <Link className={buttonClass({})} to={donePath}>
            {t('inbox.seeDone')}
          </Link>
          <Link className={buttonClass({})} to={cataloguePath}>
            {t('menu.apply')}
          </Link>
        </>
      }
    >
      {t('inbox.emptyText')}
    </EmptyState>
  )
}
