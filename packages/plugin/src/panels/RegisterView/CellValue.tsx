import { useTranslation } from 'react-i18next'
import type { RegisterColumn } from '../../api/types.ts'

/** The looks of a status, by its usual words; another one is plain. */
const STATUS_LOOKS: Record<string, string> = { 有效: 'za-tag-ok', 待到岗: 'za-tag-blue', 即将到期: 'za-tag-warn' }

/** One value of a row, as its column says. */
export function CellValue({ column, value }: { column: RegisterColumn; value: unknown }) {
  const { t } = useTranslation()
  if (value === null || value === undefined || value === '') return <span className="za-muted">—</span>
  if (column.type === 'boolean') return t(value === true ? 'register.yes' : 'register.no')
  const text = column.options?.find((option) => option.value === value)?.label ?? String(value)
  if (column.type === 'status') return <span className={`za-tag ${STATUS_LOOKS[text] ?? ''}`}>{text}</span>
  return column.type === 'date' ? text.slice(0, 10).replaceAll('-', '.') : text
}
