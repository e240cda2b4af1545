import { useTranslation } from 'react-i18next'
import type { AuditEntry } from '../../api/types.ts'
import { Button } from '../../components/Button.tsx'
import { useInstantFormat } from '../../time/use-instant-format.ts'

export interface AuditRowsProps {
  entries: readonly AuditEntry[]
  onOpen: (entry: AuditEntry) => void
}

/** Records as a table. */
export function AuditTable({ entries, onOpen }: AuditRowsProps) {
  const { t } = useTranslation()
  const format = useInstantFormat()
  return (
    <table className="za-table">
      <colgroup>
        <col style={{ width: 136 }} />
        <col style={{ width: 128 }} />
        <col style={{ width: 224 }} />
        <col />
        <col style={{ width: 136 }} />
        <col style={{ width: 72 }} />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">{t('audit.at')}</th>
          <th scope="col">{t('audit.kind')}</th>
          <th scope="col">{t('audit.who')}</th>
          <th scope="col">{t('audit.what')}</th>
          <th scope="col">{t('audit.address')}</th>
          <th scope="col">
            <span className="za-unseen">{t('audit.more')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <tr key={entry.id}>
            <td className="za-second za-nowrap">{format.minute(entry.at)}</td>
            <td>
              <KindTag entry={entry} />
            </td>
            <td>
              {entry.person?.name ?? <span className="za-muted">{t('audit.nobody')}</span>}
              <div className="za-muted za-tiny za-cut">{entry.person?.unitName}</div>
            </td>
            <td>
              <Touched entry={entry} />
            </td>
            <td className="za-second za-cut">{entry.address}</td>
            <td>
              <Button kind="link" aria-label={t('audit.open', { seq: entry.seq })} onClick={() => onOpen(entry)}>
                {t('audit.more')}
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Records on a phone. */
export function AuditCards({ entries, onOpen }: AuditRowsProps) {
  const { t } = useTranslation()
  const format = useInstantFormat()
  return (
    <ul className="za-audit-cards">
      {entries.map((entry) => (
        <li key={entry.id}>
          <button type="button" onClick={() => onOpen(entry)}>
            <span className="za-audit-card-head">
              <KindTag entry={entry} />
              <span className="za-muted za-small">{format.minute(entry.at)}</span>
            </span>
            <b>{entry.person?.name ?? t('audit.nobody')}</b>
            <Touched entry={entry} />
          </button>
        </li>
      ))}
    </ul>
  )
}

export function KindTag({ entry }: { entry: Pick<AuditEntry, 'kind' | 'outcome'> }) {
  const { t } = useTranslation()
  return (
    <span className={`za-tag ${entry.outcome === 'refused' ? 'za-tag-warn' : ''}`}>
      {t(`audit.kinds.${entry.kind}`)}
    </span>
  )
}

/** What was touched, and what is said of it. Ids are long: they are cut here and whole in the detail. */
function Touched({ entry: { object, detail } }: { entry: AuditEntry }) {
  const { t } = useTranslation()
  return (
    <span className="za-audit-touched">
      {object && (
        <span className="za-cut">
          {t(`audit.types.${object.type}`)} <span className="za-second">{object.id}</span>
        </span>
      )}
      {detail && <span className="za-muted za-tiny za-cut">{detail}</span>}
    </span>
  )
}
