import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useCheck } from '../../api/admin.ts'
import type { DefinitionIssue } from '../../api/types.ts'
import { type AdminTab, adminMatterPath } from '../../app/paths.ts'
import { Icon } from '../../components/Icon.tsx'
import { ProblemLine } from '../../components/ProblemLine.tsx'

/** Everything wrong with the drafts of a matter, checked again after each save. */
export function CheckPanel({ matterKey, open = false }: { matterKey: string; open?: boolean }) {
  const { t } = useTranslation()
  const { data, isError, error, isFetching } = useCheck(matterKey)
  const count = (severity: DefinitionIssue['severity']) =>
    data?.issues.filter((issue) => issue.severity === severity).length ?? 0
  const [errors, warnings] = [count('error'), count('warning')]
  return (
    <details className="za-check-panel" open={open || undefined}>
      <summary>
        <b>{t('check.title')}</b>
        <span role="status">
          {!data && !isError && t('check.running')}
          {data && errors === 0 && <span className="za-good">{t('check.clean')}</span>}
          {errors > 0 && <span className="za-wrong">{t('check.errors', { n: errors })}</span>}{' '}
          {warnings > 0 && <span className="za-warn">{t('check.warnings', { n: warnings })}</span>}
        </span>
        {data && isFetching && <span className="za-small za-second">{t('check.running')}</span>}
      </summary>
      {isError && <ProblemLine error={error} text={t('check.failed')} />}
      {data && data.issues.length > 0 && (
        <ul>
          {data.issues.map((issue) => (
            <li key={`${issue.kind} ${issue.path.join('/')} ${issue.code}`}>
              <Icon name={issue.severity === 'error' ? 'problem' : 'warning'} />
              <span className={issue.severity === 'error' ? 'za-wrong' : 'za-warn'}>
                {t(`check.${issue.severity}`)}
              </span>
              <Link to={placeOf(matterKey, issue)}>{t(`check.where.${issue.kind}`)}</Link>
              <span className="za-grow">{issue.message}</span>
            </li>
          ))}
        </ul>
      )}
    </details>
  )
}

const TAB_OF: Record<DefinitionIssue['kind'], AdminTab> = {
  form: 'form',
  flow: 'flow',
  matter: 'settings',
  register: 'settings',
}

function placeOf(matterKey: string, { kind, element }: DefinitionIssue): string {
  const at = adminMatterPath(matterKey, TAB_OF[kind])
  return element ? `${at}&element=${encodeURIComponent(element)}` : at
}
