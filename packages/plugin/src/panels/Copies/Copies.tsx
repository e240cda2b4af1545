import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCaseList } from '../../api/cases.ts'
import { Button } from '../../components/Button.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ListSkeleton } from '../../components/ListSkeleton.tsx'
import { PagedList } from '../../components/PagedList.tsx'
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
  return (
    <>
      <div className="za-top">
        <PageHeading>{t('copies.title')}</PageHeading>
      </div>
      <search className="za-bar">
        <SearchField label={t('mine.search')} value={q} onChange={setQ} />
      </search>
      <PagedList
        list={list}
        words={{ failed: t('copies.failed'), safe: t('mine.safe'), unit: t('inbox.unit') }}
        skeleton={<ListSkeleton label={t('copies.loading')} columns={[80, 60, 50, 40, 55]} />}
        empty={
          q ? (
            <EmptyState
              title={t('mine.noMatch')}
              actions={<Button onClick={() => setQ('')}>{t('inbox.clear')}</Button>}
            >
              {t('mine.noMatchText')}
            </EmptyState>
          ) : (
            <EmptyState title={t('copies.empty')}>{t('copies.emptyText')}</EmptyState>
          )
        }
      >
        {(cases) => (phone ? <CopyCards cases={cases} /> : <CopyTable cases={cases} />)}
      </PagedList>
    </>
  )
}
