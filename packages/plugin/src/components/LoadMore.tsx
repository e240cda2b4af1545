import { useTranslation } from 'react-i18next'
import { Button } from './Button.tsx'

export interface LoadMoreProps {
  shown: number
  /** Unknown where the server does not count. */
  total?: number
  /** 件, 张 */
  unit: string
  more: boolean
  loading: boolean
  failed: boolean
  onMore: () => void
}

/** The foot of a list that pages by key: how much is shown, and the next page. */
export function LoadMore({ shown, total, unit, more, loading, failed, onMore }: LoadMoreProps) {
  const { t } = useTranslation()
  return (
    <div className="za-list-foot">
      <span className="za-muted za-small" role="status">
        {total === undefined ? t('list.shown', { shown, unit }) : t('list.shownOf', { shown, total, unit })}
      </span>
      {failed && <span className="za-wrong za-small">{t('list.moreFailed')}</span>}
      {more && (
        <Button kind="link" className="za-small" disabled={loading} onClick={onMore}>
          {loading ? t('list.loading') : t('list.more')}
        </Button>
      )}
    </div>
  )
}
