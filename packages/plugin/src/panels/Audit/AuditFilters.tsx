import { useTranslation } from 'react-i18next'
import type { AuditKind } from '../../api/types.ts'
import { Button } from '../../components/Button.tsx'
import { Choice } from '../../components/Choice.tsx'
import { SearchField } from '../../components/SearchField.tsx'

/** In the order of the choice; a kind of the server that is not here does not compile. */
const ORDER: Record<AuditKind, true> = {
  signIn: true,
  signOut: true,
  signInFailed: true,
  sessionEnded: true,
  reveal: true,
  print: true,
  download: true,
  export: true,
  publish: true,
  schedule: true,
  unschedule: true,
  discard: true,
  restore: true,
  migrate: true,
  refused: true,
}
const AUDIT_KINDS = Object.keys(ORDER) as AuditKind[]

/** What of the audit is looked for; days are those of China. */
export interface AuditSearch {
  kind?: AuditKind
  person?: { id: string; name: string }
  object?: string
  /** `2026-03-18`, both days within. */
  fromDay?: string
  toDay?: string
}

export interface AuditFiltersProps {
  search: AuditSearch
  onChange: (search: AuditSearch) => void
}

export function AuditFilters({ search, onChange }: AuditFiltersProps) {
  const { t } = useTranslation()
  const { kind, person, object, fromDay, toDay } = search
  const day = (name: 'fromDay' | 'toDay', value: string | undefined) => (
    <label className="za-field">
      <span className="za-muted za-nowrap">{t(`audit.${name}`)}</span>
      <input
        type="date"
        value={value ?? ''}
        onChange={(event) => onChange({ ...search, [name]: event.target.value || undefined })}
      />
    </label>
  )
  return (
    <search className="za-bar za-audit-bar">
      <Choice
        label={t('audit.kind')}
        value={kind ?? ''}
        options={[
          { value: '', label: t('common.all') },
          ...AUDIT_KINDS.map((value) => ({ value, label: t(`audit.kinds.${value}`) })),
        ]}
        onChange={(value) => onChange({ ...search, kind: AUDIT_KINDS.find((known) => known === value) })}
      />
      {day('fromDay', fromDay)}
      {day('toDay', toDay)}
      <SearchField
        label={t('audit.object')}
        value={object ?? ''}
        onChange={(value) => onChange({ ...search, object: value || undefined })}
      />
      {person && (
        <Button icon="close" onClick={() => onChange({ ...search, person: undefined })}>
          {t('audit.onlyOf', { name: person.name })}
        </Button>
      )}
    </search>
  )
}
