import type { Register, RegisterRow } from '../../api/types.ts'
import { CellValue } from './CellValue.tsx'

export interface RowCardsProps {
  register: Register
  rows: RegisterRow[]
  onOpen: (row: RegisterRow) => void
}

/** How many columns a card shows below its title. */
const SHOWN = 3

/** Rows on a phone: what tells them apart, the rest in the drawer. */
export function RowCards({ register, rows, onOpen }: RowCardsProps) {
  const [first, ...others] = register.columns
  const status = register.columns.find((column) => column.type === 'status')
  const lines = others.filter((column) => column !== status).slice(0, SHOWN)
  return (
    <ul className="za-cards">
      {rows.map((row) => (
        <li key={row.id}>
          <button type="button" className="za-card-button" onClick={() => onOpen(row)}>
            <span className="za-row">
              <b className="za-grow">{first && <CellValue column={first} value={row.values[first.key]} />}</b>
              {status && <CellValue column={status} value={row.values[status.key]} />}
            </span>
            {lines.map((column) => (
              <span key={column.key} className="za-second za-block-line">
                <CellValue column={column} value={row.values[column.key]} />
              </span>
            ))}
          </button>
        </li>
      ))}
    </ul>
  )
}
