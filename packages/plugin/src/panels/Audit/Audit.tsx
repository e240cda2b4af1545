import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type AuditFilter, useAudit, useAuditFile } from '../../api/audit.ts'
import type { AuditEntry } from '../../api/types.ts'
import { Button, buttonClass } from '../../components/Button.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ListSkeleton } from '../../components/ListSkeleton.tsx'
import { PagedList } from '../../components/PagedList.tsx'
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
      <PagedList
        list={list}
        words={{ failed: t('audit.failed'), safe: t('audit.safe'), unit: t('audit.unitOfCount') }}
        skeleton={<ListSkeleton label={t('audit.loading')} columns={[80, 60, 50, 40, 55]} />}
        empty={
          <EmptyState
            title={t('audit.empty')}
            actions={<Button onClick={() => handleSearch({})}>{t('audit.clear')}</Button>}
          >
            {t('audit.emptyText')}
          </EmptyState>
        }
      >
        {(entries) => <Rows entries={entries} onOpen={setOpen} />}
      </PagedList>
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
