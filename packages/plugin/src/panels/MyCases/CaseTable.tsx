import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { CaseSummary } from '../../api/types.ts'
import { casePath } from '../../app/paths.ts'
import { ArchivedTag } from '../../components/ArchivedTag.tsx'
import { StatusTag } from '../../components/StatusTag.tsx'
import { useInstantFormat } from '../../time/use-instant-format.ts'

/** Cases as a table. */
export function CaseTable({ cases }: { cases: CaseSummary[] }) {
  const { t } = useTranslation()
  const format = useInstantFormat()
  return (
    <table className="za-table">
      <colgroup>
        <col />
        <col style={{ width: 160 }} />
        <col style={{ width: 200 }} />
        <col style={{ width: 136 }} />
        <col style={{ width: 136 }} />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">{t('mine.heading')}</th>
          <th scope="col">{t('inbox.matter')}</th>
          <th scope="col">{t('mine.at')}</th>
          <th scope="col">{t('mine.status')}</th>
          <th scope="col">{t('mine.started')}</th>
        </tr>
      </thead>
      <tbody>
        {cases.map((item) => (
          <tr key={item.id}>
            <td>
              <Link className="za-bold" to={casePath(item.id)}>
                {item.title}
              </Link>
              <div className="za-muted za-tiny za-cut">
                {item.number}　{item.digest}
              </div>
            </td>
            <td>{item.matter.title}</td>
            <td>{placeOf(item) || <span className="za-muted">{t('mine.ended')}</span>}</td>
            <td>
              <StatusTag status={item.status} /> <ArchivedTag at={item.archivedAt} />
            </td>
            <td className="za-second za-nowrap">{format.minute(item.startedAt)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Cases on a phone. */
export function CaseCards({ cases }: { cases: CaseSummary[] }) {
  const format = useInstantFormat()
  return (
    <ul className="za-cards">
      {cases.map((item) => (
        <li key={item.id}>
          <Link to={casePath(item.id)}>
            <b>{item.title}</b>
            <span className="za-second">{placeOf(item)}</span>
            <span className="za-cards-foot">
              <StatusTag status={item.status} />
              <ArchivedTag at={item.archivedAt} />
              <span className="za-muted">{item.number}</span>
              <span className="za-muted za-cards-end">{format.day(item.startedAt)}</span>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  )
}

function placeOf(item: CaseSummary): string {
  return item.at.map((element) => element.name).join('、')
}
