import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useMatters } from '../../api/matters.ts'
import type { MatterSummary } from '../../api/types.ts'
import { applyPath } from '../../app/paths.ts'
import { Button } from '../../components/Button.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { FailedState } from '../../components/FailedState.tsx'
import { Icon } from '../../components/Icon.tsx'
import { PageHeading } from '../../components/PageHeading.tsx'
import { SearchField } from '../../components/SearchField.tsx'
import { useInstantFormat } from '../../time/use-instant-format.ts'
import { CatalogueSkeleton } from './CatalogueSkeleton.tsx'
import './catalogue.css'

/** What the person may apply for, by category. */
export function Catalogue() {
  const { t } = useTranslation()
  const [q, setQ] = useState('')
  const { data, isError, error, refetch } = useMatters()
  const found = data?.filter(({ title, description }) => title.includes(q) || description.includes(q))
  return (
    <>
      <div className="za-top">
        <PageHeading>{t('catalogue.title')}</PageHeading>
      </div>
      {data && data.length > 0 && (
        <search className="za-bar">
          <SearchField label={t('catalogue.search')} value={q} onChange={setQ} />
        </search>
      )}
      {isError && !data && (
        <FailedState
          title={t('catalogue.failed')}
          safe={t('catalogue.safe')}
          error={error}
          onRetry={() => void refetch()}
        />
      )}
      {!data && !isError && <CatalogueSkeleton />}
      {data?.length === 0 && <EmptyState title={t('catalogue.empty')}>{t('catalogue.emptyText')}</EmptyState>}
      {data && data.length > 0 && found?.length === 0 && (
        <EmptyState
          title={t('catalogue.noMatch')}
          actions={<Button onClick={() => setQ('')}>{t('inbox.clear')}</Button>}
        >
          {t('catalogue.noMatchText')}
        </EmptyState>
      )}
      {found &&
        byCategory(found).map(([category, matters]) => (
          <section key={category} className="za-catalogue">
            <h2>{category}</h2>
            <ul>
              {matters.map((matter) => (
                <li key={matter.key}>
                  <MatterCard matter={matter} />
                </li>
              ))}
            </ul>
          </section>
        ))}
    </>
  )
}

function MatterCard({ matter }: { matter: MatterSummary }) {
  const { t } = useTranslation()
  const format = useInstantFormat()
  const { draftUpdatedAt } = matter
  return (
    <Link className="za-matter" to={applyPath(matter.key)}>
      <b>{matter.title}</b>
      <span className="za-second za-small">{matter.description}</span>
      <span className="za-matter-foot">
        {draftUpdatedAt && (
          <span className="za-good za-small">{t('catalogue.draft', { at: format.minute(draftUpdatedAt) })}</span>
        )}
        <span className="za-matter-go">
          {t(draftUpdatedAt ? 'catalogue.go' : 'catalogue.apply')}
          <Icon name="right" />
        </span>
      </span>
    </Link>
  )
}

function byCategory(matters: MatterSummary[]): Array<[string, MatterSummary[]]> {
  const heaps = new Map<string, MatterSummary[]>()
  for (const matter of matters) heaps.set(matter.category, [...(heaps.get(matter.category) ?? []), matter])
  return [...heaps]
}
