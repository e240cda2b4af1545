import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type AuditFilter, useAudit, useAuditFile } from '../../api/audit.ts'
import type { AuditEntry } from '../../api/types.ts'
import { Button, buttonClass } from '../../components/Button.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { FailedState } from '../../components/FailedState.tsx'
import { ListSkeleton } from '../../components/ListSkeleton.tsx'
import { LoadMore } from '../../components/LoadMore.tsx'
import { PageHeading } from '../../components/PageHeading.tsx'
import { PHONE, useMedia } from '../../components/use-media.ts'
import { AuditDetail } from './AuditDetail.tsx'
import { AuditFilters, type AuditSearch } from './AuditFilters.tsx'
import { AuditCards, AuditTable } from './AuditRows.tsx'
import { ChainMark } from './ChainMark.tsx'
import './audit.css'

/** What was written down, for the audit administrator. */
export function Audit() {
  const { t } = useTranslation()
  const phone = useMedia(PHONE)
  const [search, setSearch] = useState<AuditSearch>({})
  const [open, setOpen] = useState<AuditEntry>()
  const filter = toFilter(search)
  const list = useAudit(filter)
  const file = useAuditFile(filter)
  const entries = list.data?.pages.flatMap((page) => page.items)
  const Rows = phone ? AuditCards : AuditTable

  function handleSearch(next: AuditSearch) {
    setOpen(undefined)
    setSearch(next)
  }
  return (
    <>
      <div className="za-top">
        <PageHeading className="za-grow">{t('audit.title')}</PageHeading>
        <a className={buttonClass({})} href={file} download>
          {t('audit.export')}
        </a>
      </div>
      <ChainMark />
      <AuditFilters search={search} onChange={handleSearch} />
      {list.isError && !entries && (
        <FailedState
          title={t('audit.failed')}
          safe={t('audit.safe')}
          error={list.error}
          onRetry={() => void list.refetch()}
        />
      )}
      {!entries && !list.isError && <ListSkeleton label={t('audit.loading')} columns={[80, 60, 50, 40, 55]} />}
      {entries?.length === 0 && (
        <EmptyState
          title={t('audit.empty')}
          actions={<Button onClick={() => handleSearch({})}>{t('audit.clear')}</Button>}
        >
          {t('audit.emptyText')}
        </EmptyState>
      )}
      {entries && entries.length > 0 && (
        <div className="za-list" aria-busy={list.isPlaceholderData || undefined}>
          <Rows entries={entries} onOpen={setOpen} />
          <LoadMore
            shown={entries.length}
            unit={t('audit.unitOfCount')}
            more={list.hasNextPage}
            loading={list.isFetchingNextPage}
            failed={list.isFetchNextPageError}
            onMore={() => void list.fetchNextPage()}
          />
        </div>
      )}
      {open && <AuditDetail entry={open} onSearch={handleSearch} onClose={() => setOpen(undefined)} />}
    </>
  )
}

const DAY_MS = 86_400_000

/** Days of offices in China, from midnight to midnight. */
function toFilter({ kind, person, object, fromDay, toDay }: AuditSearch): AuditFilter {
  const midnight = (day: string) => Date.parse(`${day}T00:00:00+08:00`)
  return {
    ...(kind && { kind }),
    ...(person && { person: person.id }),
    ...(object && { object }),
    ...(fromDay && { from: new Date(midnight(fromDay)).toISOString() }),
    ...(toDay && { to: new Date(midnight(toDay) + DAY_MS).toISOString() }),
  }
}
