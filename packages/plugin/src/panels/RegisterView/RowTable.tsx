import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Register, RegisterRow } from '../../api/types.ts'
import { casePath } from '../../app/paths.ts'
import { CellValue } from './CellValue.tsx'

export interface RowTableProps {
  register: Register
  rows: RegisterRow[]
  sort?: string
  onSort: (sort: string) => void
  onOpen: (row: RegisterRow) => void
}

/** Rows as a table. A head sorts, the first cell opens the row. */
export function RowTable({ register, rows, sort, onSort, onOpen }: RowTableProps) {
  const { t } = useTranslation()
  const { columns } = register
  return (
    <div className="za-register-scroll">
      <table className="za-table za-register">
        <thead>
          <tr>
            {columns.map((column) => {
              const down = sort === `-${column.key}`
              const up = sort === column.key
              return (
                <th key={column.key} scope="col" aria-sort={sortOf(up, down)} className={alignOf(column.type)}>
                  <button
                    type="button"
                    aria-label={t('register.sort', { title: column.title })}
                    onClick={() => onSort(up ? `-${column.key}` : column.key)}
                  >
                    {column.title} <span aria-hidden="true">{up ? '↑' : down ? '↓' : ''}</span>
                  </button>
                </th>
              )
            })}
            <th scope="col">{t('register.source')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              {columns.map((column, index) => {
                const cell = <CellValue column={column} value={row.values[column.key]} />
                return (
                  <td key={column.key} className={alignOf(column.type)}>
                    {index === 0 ? (
                      <button type="button" className="za-button za-button-link" onClick={() => onOpen(row)}>
                        {cell}
                      </button>
                    ) : (
                      cell
                    )}
                  </td>
                )
              })}
              <td className="za-second za-nowrap">
                {row.source ? (
                  <Link to={casePath(row.source.caseId)}>{t('register.byCase', row.source)}</Link>
                ) : (
                  t('register.byHand')
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function sortOf(up: boolean, down: boolean): 'ascending' | 'descending' | undefined {
  if (up) return 'ascending'
  return down ? 'descending' : undefined
}

function alignOf(type: Register['columns'][number]['type']): string {
  return type === 'number' ? 'za-right' : ''
}
