import { useTranslation } from 'react-i18next'

export interface Change {
  path: string
  title: string
  before: string
  after: string
}

/** Values before and after, one row a field. */
export function Changes({ changes }: { changes: Change[] }) {
  const { t } = useTranslation()
  return (
    <table className="za-table za-changes">
      <thead>
        <tr>
          <th scope="col">{t('changes.field')}</th>
          <th scope="col">{t('changes.before')}</th>
          <th scope="col">{t('changes.after')}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map((change) => (
          <tr key={change.path}>
            <td>{change.title}</td>
            <td className="za-second">{change.before || t('changes.empty')}</td>
            <td>{change.after || t('changes.empty')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
