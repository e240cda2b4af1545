import { useTranslation } from 'react-i18next'
import { InboxColumns } from './InboxColumns.tsx'
import '../../components/states.css'

const ROWS = Array.from({ length: 12 }, (_, row) => row)
const WIDTHS = [82, 70, 64, 76, 60, 66, 40]

/** The list before it is there, in its final geometry. */
export function InboxSkeleton() {
  const { t } = useTranslation()
  return (
    <div className="za-list za-bones" aria-busy="true">
      <p className="za-unseen" role="status">
        {t('inbox.loading')}
      </p>
      <table className="za-table" aria-hidden="true">
        <InboxColumns />
        <tbody>
          {ROWS.map((row) => (
            <tr key={row}>
              <td />
              {WIDTHS.map((width) => (
                <td key={width}>
                  <i className="za-bone" style={{ width: `${width}%` }} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
