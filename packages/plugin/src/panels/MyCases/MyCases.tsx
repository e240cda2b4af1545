import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useCaseList } from '../../api/cases.ts'
import type { CaseStatus } from '../../api/types.ts'
import { cataloguePath } from '../../app/paths.ts'
import { Button, buttonClass } from '../../components/Button.tsx'
import { Choice } from '../../components/Choice.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ListSkeleton } from '../../components/ListSkeleton.tsx'
import { PagedList } from '../../components/PagedList.tsx'
import { PageHeading } from '../../components/PageHeading.tsx'
import { SearchField } from '../../components/SearchField.tsx'
import { PHONE, useMedia } from '../../components/use-media.ts'
import { CaseCards, CaseTable } from './CaseTable.tsx'

const STATUSES: CaseStatus[] = ['running', 'completed', 'rejected', 'withdrawn', 'terminated', 'suspended', 'failed']

/** Stands among the statuses: the list shows the archived cases, or the others. */
const ARCHIVED = 'archived'

/** The cases the person has started, and where each of them stands. */
export function MyCases() {
  const { t } = useTranslation()
  const [q, setQ] = useState('')
  const [choice, setChoice] = useState<string>('')
  const phone = useMedia(PHONE)
  const status = STATUSES.find((known) => known === choice)
  const archived = choice === ARCHIVED ? 'true' : undefined
  const list = useCaseList({ box: 'mine', status, q: q || undefined, archived })

  function handleClear() {
    setQ('')
    setChoice('')
  }
  return (
    <>
      <div className="za-top">
        <PageHeading>{t('mine.title')}</PageHeading>
      </div>
      <search className="za-bar">
        <SearchField label={t('mine.search')} value={q} onChange={setQ} />
        <Choice
          label={t('mine.status')}
          value={choice}
          options={[
            { value: '', label: t('common.all') },
            ...STATUSES.map((value) => ({ value, label: t(`status.${value}`) })),
            { value: ARCHIVED, label: t('archived.tag') },
          ]}
          onChange={setChoice}
        />
      </search>
      <PagedList
        list={list}
        words={{ failed: t('mine.failed'), safe: t('mine.safe'), unit: t('inbox.unit') }}
        skeleton={<ListSkeleton label={t('mine.loading')} columns={[80, 60, 50, 40, 55]} />}
        empty={
          q || choice ? (
            <EmptyState title={t('mine.noMatch')} actions={<Button onClick={handleClear}>{t('inbox.clear')}</Button>}>
              {t('mine.noMatchText')}
            </EmptyState>
          ) : (
            <EmptyState
              title={t('mine.empty')}
              actions={
                <Link className={buttonClass({})} to={cataloguePath}>
                  {t('menu.apply')}
                </Link>
              }
            >
              {t('mine.emptyText')}
            </EmptyState>
          )
        }
      >
        {(cases) => (phone ? <CaseCards cases={cases} /> : <CaseTable cases={cases} />)}
      </PagedList>
    </>
  )
}
