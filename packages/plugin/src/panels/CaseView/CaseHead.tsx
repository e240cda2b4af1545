import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import type { Case } from '../../api/types.ts'
import { taskPath } from '../../app/paths.ts'
import { ArchivedTag } from '../../components/ArchivedTag.tsx'
import { Button, buttonClass } from '../../components/Button.tsx'
import { PageHeading } from '../../components/PageHeading.tsx'
import { PrintLink } from '../../components/PrintLink.tsx'
import { StatusTag } from '../../components/StatusTag.tsx'
import { useInstantFormat } from '../../time/use-instant-format.ts'
import { CaseActions } from './CaseActions.tsx'
import { MigrateCase } from './MigrateCase.tsx'

/** What and who, where it stands, and what one may do. */
export function CaseHead({ item }: { item: Case }) {
  const { t } = useTranslation()
  const format = useInstantFormat()
  const navigate = useNavigate()
  const mine = item.tasks.find((task) => task.mine)
  return (
    <header className="za-head">
      <Button kind="text" icon="back" aria-label={t('common.back')} onClick={() => navigate(-1)} />
      <div className="za-grow">
        <PageHeading className="za-cut">{item.form.title}</PageHeading>
        <p className="za-small za-second za-cut">
          {item.title}
          <span className="za-muted za-head-number">
            {item.number}　{t('task.started', { day: format.fullDay(item.startedAt) })}
          </span>
        </p>
      </div>
      <StatusTag status={item.status} />
      <ArchivedTag at={item.archivedAt} />
      {item.at.map((element) => (
        <span key={element.id} className="za-tag">
          {element.name}
        </span>
      ))}
      <span className="za-separator" />
      <div className="za-case-actions">
        {mine && (
          <Link className={buttonClass({ kind: 'primary' })} to={taskPath(mine.id)}>
            {t('case.decide')}
          </Link>
        )}
        <CaseActions item={item} />
        {item.migrate && <MigrateCase item={item} versions={item.migrate} />}
        {item.actions.includes('print') && <PrintLink caseId={item.id} />}
      </div>
    </header>
  )
}
