import { useTranslation } from 'react-i18next'
import type { AuditEntry } from '../../api/types.ts'
import { Button } from '../../components/Button.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { useInstantFormat } from '../../time/use-instant-format.ts'
import type { AuditSearch } from './AuditFilters.tsx'
import { KindTag } from './AuditRows.tsx'

export interface AuditDetailProps {
  entry: AuditEntry
  /** Looks for more of the same. */
  onSearch: (search: AuditSearch) => void
  onClose: () => void
}

/** One record, whole. */
export function AuditDetail({ entry, onSearch, onClose }: AuditDetailProps) {
  const { t } = useTranslation()
  const format = useInstantFormat()
  const { person, object } = entry
  const facts: Array<[label: string, value: string]> = [
    [t('audit.at'), `${format.fullDay(entry.at)} ${format.clock(entry.at)}（${entry.at}）`],
    [t('audit.outcome'), t(`audit.outcomes.${entry.outcome}`)],
    [t('audit.who'), person ? `${person.name}（${person.id}）` : t('audit.nobody')],
    [t('audit.unit'), person?.unitName ?? ''],
    [t('audit.address'), entry.address],
    [t('audit.what'), object ? `${t(`audit.types.${object.type}`)} ${object.id}` : ''],
    [t('audit.detail'), entry.detail],
    [t('audit.requestId'), entry.requestId],
    [t('audit.hash'), entry.hash],
  ]
  return (
    <Dialog
      title={t('audit.record', { seq: entry.seq })}
      place="side"
      onClose={onClose}
      footer={
        <>
          {person && (
            <Button onClick={() => onSearch({ person: { id: person.id, name: person.name } })}>
              {t('audit.ofPerson')}
            </Button>
          )}
          {object && <Button onClick={() => onSearch({ object: object.id })}>{t('audit.ofObject')}</Button>}
        </>
      }
    >
      <p>
        <KindTag entry={entry} />
      </p>
      <dl className="za-audit-facts">
        {facts
          .filter(([, value]) => value !== '')
          .map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
    </Dialog>
  )
}
