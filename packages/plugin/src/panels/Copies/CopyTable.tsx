import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { ListedCase } from '../../api/types.ts'
import { casePath } from '../../app/paths.ts'
import { StatusTag } from '../../components/StatusTag.tsx'
import { useInstantFormat } from '../../time/use-instant-format.ts'

/** Copies as a table; those not looked at yet are marked. */
export function CopyTable({ cases }: { cases: ListedCase[] }) {
  const { t } = useTranslation()
  const format = useInstantFormat()
  return (
    <table className="za-table">
      <colgroup>
        <col />
        <col style={{ width: 160 }} />
        <col style={{ width: 200 }} />
        <col style={{ width: 96 }} />
        <col style={{ width: 136 }} />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">{t('mine.heading')}</th>
          <th scope="col">{t('inbox.matter')}</th>
          <th scope="col">{t('copies.by')}</th>
          <th scope="col">{t('mine.status')}</th>
          <th scope="col">{t('copies.at')}</th>
        </tr>
      </thead>
      <tbody>
        {cases.map((item) => (
          <tr key={item.id} className={item.copy?.unread ? 'za-copy-unread' : ''}>
            <td>
              <Link to={casePath(item.id)}>
                {item.title}
                <Unread item={item} />
              </Link>
              <div className="za-muted za-tiny za-cut">
                {item.number}　{item.digest}
              </div>
            </td>
            <td>{item.matter.title}</td>
            <td>{item.copy?.by}</td>
            <td>
              <StatusTag status={item.status} />
            </td>
            <td className="za-second za-nowrap">{item.copy && format.minute(item.copy.at)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Copies on a phone. */
export function CopyCards({ cases }: { cases: ListedCase[] }) {
  const format = useInstantFormat()
  return (
    <ul className="za-cards">
      {cases.map((item) => (
        <li key={item.id} className={item.copy?.unread ? 'za-copy-unread' : ''}>
          <Link to={casePath(item.id)}>
            <b>
              {item.title}
              <Unread item={item} />
            </b>
            <span className="za-second">{item.copy?.by}</span>
            <span className="za-cards-foot">
              <StatusTag status={item.status} />
              <span className="za-muted">{item.number}</span>
              <span className="za-muted za-cards-end">{item.copy && format.day(item.copy.at)}</span>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  )
}

function Unread({ item }: { item: ListedCase }) {
  const { t } = useTranslation()
  return item.copy?.unread ? <span className="za-tag za-tag-mark za-copy-tag">{t('copies.unread')}</span> : null
}
