import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Register, RegisterRow } from '../../api/types.ts'
import { casePath } from '../../app/paths.ts'
import { buttonClass } from '../../components/Button.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { useInstantFormat } from '../../time/use-instant-format.ts'
import { CellValue } from './CellValue.tsx'

export interface RowDrawerProps {
  register: Register
  row: RegisterRow
  onClose: () => void
}

/** One row with every column, and the way to the case it came from. */
export function RowDrawer({ register, row, onClose }: RowDrawerProps) {
  const { t } = useTranslation()
  const format = useInstantFormat()
  return (
    <Dialog title={t('register.detail')} place="side" onClose={onClose}>
      <dl className="za-row-detail">
        {register.columns.map((column) => (
          <div key={column.key}>
            <dt>{column.title}</dt>
            <dd>
              <CellValue column={column} value={row.values[column.key]} />
            </dd>
          </div>
        ))}
        <div>
          <dt>{t('register.created')}</dt>
          <dd>{format.minute(row.createdAt)}</dd>
        </div>
        <div>
          <dt>{t('register.updated')}</dt>
          <dd>{format.minute(row.updatedAt)}</dd>
        </div>
      </dl>
      {row.source && (
        <Link className={buttonClass({})} to={casePath(row.source.caseId)}>
          {t('register.seeCase', row.source)}
        </Link>
      )}
    </Dialog>
  )
}
