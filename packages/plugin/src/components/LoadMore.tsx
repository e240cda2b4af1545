import { useTranslation } from 'react-i18next'
import { Button } from './Button.tsx'

/** What a question that pages by key knows of its next page: as much of TanStack's `useInfiniteQuery` as is used here. */
export interface NextPage {
  hasNextPage: boolean
  isFetchingNextPage: boolean
  isFetchNextPageError: boolean
  fetchNextPage: () => Promise<unknown>
}

export interface LoadMoreProps {
  list: NextPage
  shown: number
  /** Unknown where the server does not count. */
  total?: number | undefined
  /** 件, 张 */
  unit: string
}

/** The foot of a list that pages by key: how much is shown, and the next page. */
export function LoadMore({ list, shown, total, unit }: LoadMoreProps) {
  const { t } = useTranslation()
  const loading = list.isFetchingNextPage
  return (
    <div className="za-list-foot">
      <span className="za-muted za-small" role="status">
        {total === undefined ? t('list.shown', { shown, unit }) : t('list.shownOf', { shown, total, unit })}
      </span>
      {list.isFetchNextPageError && <span className="za-wrong za-small">{t('list.moreFailed')}</span>}
      {list.hasNextPage && (
        <Button kind="link" className="za-small" disabled={loading} onClick={() => void list.fetchNextPage()}>
          {loading ? t('list.loading') : t('list.more')}
        </Button>
      )}
    </div>
  )
}
