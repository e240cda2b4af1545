import { useTranslation } from 'react-i18next'
import type { RowFilter } from '../../api/registers.ts'
import type { Register } from '../../api/types.ts'
import { Choice } from '../../components/Choice.tsx'
import { SearchField } from '../../components/SearchField.tsx'

export interface RegisterFiltersProps {
  register: Register
  filter: RowFilter
  onChange: (filter: RowFilter) => void
}

/** Search, and a choice for each column that can be filtered and knows its values. */
export function RegisterFilters({ register, filter, onChange }: RegisterFiltersProps) {
  const { t } = useTranslation()
  const columns = register.columns.filter((column) => column.filter && column.options)

  function handleChoose(key: string, value: string) {
    const { [key]: _before, ...others } = filter.filter ?? {}
    onChange({ ...filter, filter: value === '' ? others : { ...others, [key]: value } })
  }
  return (
    <search className="za-bar">
      <SearchField
        label={t('register.search')}
        value={filter.q ?? ''}
        onChange={(q) => onChange({ ...filter, q: q || undefined })}
      />
      {columns.map((column) => (
        <Choice
          key={column.key}
          label={column.title}
          value={filter.filter?.[column.key] ?? ''}
          options={[{ value: '', label: t('common.all') }, ...(column.options ?? [])]}
          onChange={(value) => handleChoose(column.key, value)}
        />
      ))}
    </search>
  )
}
