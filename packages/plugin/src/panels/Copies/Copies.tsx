import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCaseList } from '../../api/cases.ts'
import { Button } from '../../components/Button.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { FailedState } from '../../components/FailedState.tsx'
import { ListSkeleton } from '../../components/ListSkeleton.tsx'
import { LoadMore } from '../../components/LoadMore.tsx'
import { PageHeading } from '../../components/PageHeading.tsx'
import { SearchField } from '../../components/SearchField.tsx'
import { PHONE, useMedia } from '../../components/use-media.ts'
import { CopyCards, CopyTable } from './CopyTable.tsx'
import './copies.css'

/** Cases that were sent to the person for information, the latest first. */
export function Copies() {
  const { t } = useTranslation()
  const [q, setQ] = useState('')
  const phone = useMedia(PHONE)
  const list = useCaseList({ box: 'cc', q: q || undefined })
  const cases = list.data?.pages.flatMap((page) => page.items)
  return (
    <>
      <div className="za-top">
        <PageHeading>{t('copies.title')}</PageHeading>
      </div>
      <search className="za-bar">
        <SearchField label={t('mine.search')} value={q} onChange={setQ} />
      </search>
      {list.isError && !cases && (
        <FailedState
          title={t('copies.failed')}
          safe={t('mine.safe')}
          error={list.error}
          onRetry={() => void list.refetch()}
        />
      )}
      {!cases && !list.isError && <ListSkeleton label={t('copies.loading')} columns={[80, 60, 50, 40, 55]} />}
      {cases?.length === 0 &&
        (q ? (
          <EmptyState title={t('mine.noMatch')} actions={<Button onClick={() => setQ('')}>{t('inbox.clear')}</Button>}>
            {t('mine.noMatchText')}
          </EmptyState>
        ) : (
          <EmptyState title={t('copies.empty')}>{t('copies.emptyText')}</EmptyState>
        ))}
      {cases && cases.length > 0 && (
        <div className="za-list">
          {phone ? <CopyCards cases={cases} /> : <CopyTable cases={cases} />}
          <LoadMore
            shown={cases.length}
            unit={t('inbox.unit')}
            more={list.hasNextPage}
            loading={list.isFetchingNextPage}
            failed={list.isFetchNextPageError}
            onMore={() => void list.fetchNextPage()}
          />
        </div>
      )}
    </>
  )
}
