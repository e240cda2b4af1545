import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TaskFilter } from '../../api/tasks.ts'
import type { TaskList } from '../../api/types.ts'
import { Choice } from '../../components/Choice.tsx'
import { SearchField } from '../../components/SearchField.tsx'
import { Segments } from '../../components/Segments.tsx'

export interface InboxFiltersProps {
  filter: TaskFilter
  filters?: TaskList['filters']
  counts?: TaskList['counts']
  onChange: (change: Partial<TaskFilter>) => void
}

/** Search, matter, step and deadline. */
export function InboxFilters({ filter, filters, counts, onChange }: InboxFiltersProps) {
  const { t } = useTranslation()
  // The choices of the first answer stay: a filter must not take away the way back.
  const [known, setKnown] = useState(filters)
  useEffect(() => {
    if (filters) setKnown((before) => (before && before.matters.length > filters.matters.length ? before : filters))
  }, [filters])
  const all = { value: '', label: t('common.all') }
  const matters = known?.matters.map(({ key, title }) => ({ value: key, label: title })) ?? []
  const elements = known?.elements.map(({ id, name }) => ({ value: id, label: name })) ?? []
  const counted = (text: string, count?: number) => (count ? `${text} ${count}` : text)
  return (
    <search className="za-bar">
      <SearchField label={t('inbox.search')} value={filter.q ?? ''} onChange={(q) => onChange({ q: q || undefined })} />
      <Choice
        label={t('inbox.matter')}
        value={filter.matter ?? ''}
        options={[all, ...matters]}
        onChange={(matter) => onChange({ matter: matter || undefined, element: undefined })}
        className="za-inbox-matter"
      />
      <Choice
        label={t('inbox.step')}
        value={filter.element ?? ''}
        options={[all, ...elements]}
        onChange={(element) => onChange({ element: element || undefined })}
        className="za-inbox-step"
      />
      <Segments
        label={t('inbox.due')}
        value={filter.due ?? 'all'}
        options={[
          { value: 'all', label: t('common.all') },
          { value: 'overdue', label: counted(t('inbox.overdue'), counts?.overdue) },
          { value: 'today', label: counted(t('inbox.today'), counts?.today) },
          { value: 'soon', label: counted(t('inbox.soon'), counts?.soon) },
        ]}
        onChange={(due) => onChange({ due: due === 'all' ? undefined : due })}
      />
    </search>
  )
}
