import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useTaskList } from '../../api/tasks.ts'
import type { TaskSummary } from '../../api/types.ts'
import { casePath, inboxPath } from '../../app/paths.ts'
import { Button, buttonClass } from '../../components/Button.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ListSkeleton } from '../../components/ListSkeleton.tsx'
import { PagedList } from '../../components/PagedList.tsx'
import { PageHeading } from '../../components/PageHeading.tsx'
import { SearchField } from '../../components/SearchField.tsx'
import { PHONE, useMedia } from '../../components/use-media.ts'
import { useDecisionText } from '../../i18n/use-decision-text.ts'
import { useInstantFormat } from '../../time/use-instant-format.ts'

/** What the person has decided, the last first. */
export function DoneList() {
  const { t } = useTranslation()
  const [q, setQ] = useState('')
  const phone = useMedia(PHONE)
  const list = useTaskList({ box: 'done', q: q || undefined })
  return (
    <>
      <div className="za-top">
        <PageHeading>{t('done.title')}</PageHeading>
      </div>
      <search className="za-bar">
        <SearchField label={t('inbox.search')} value={q} onChange={setQ} />
      </search>
      <PagedList
        list={list}
        words={{ failed: t('done.failed'), safe: t('done.safe'), unit: t('inbox.unit') }}
        total={list.data?.pages[0]?.counts.total}
        skeleton={<ListSkeleton label={t('done.loading')} columns={[80, 60, 50, 40, 55]} />}
        empty={
          q ? (
            <EmptyState
              title={t('done.noMatch')}
              actions={<Button onClick={() => setQ('')}>{t('inbox.clear')}</Button>}
            >
              {t('inbox.noMatchText')}
            </EmptyState>
          ) : (
            <EmptyState
              title={t('done.empty')}
              actions={
                <Link className={buttonClass({})} to={inboxPath}>
                  {t('done.toInbox')}
                </Link>
              }
            >
              {t('done.emptyText')}
            </EmptyState>
          )
        }
      >
        {(tasks) => (phone ? <DoneCards tasks={tasks} /> : <DoneTable tasks={tasks} />)}
      </PagedList>
    </>
  )
}

function DoneTable({ tasks }: { tasks: TaskSummary[] }) {
  const { t } = useTranslation()
  const decisionText = useDecisionText()
  const format = useInstantFormat()
  return (
    <table className="za-table">
      <colgroup>
        <col />
        <col style={{ width: 160 }} />
        <col style={{ width: 160 }} />
        <col style={{ width: 96 }} />
        <col style={{ width: 136 }} />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">{t('inbox.heading')}</th>
          <th scope="col">{t('inbox.matter')}</th>
          <th scope="col">{t('inbox.step')}</th>
          <th scope="col">{t('done.decided')}</th>
          <th scope="col">{t('done.at')}</th>
        </tr>
      </thead>
      <tbody>
        {tasks.map((task) => (
          <tr key={task.id}>
            <td>
              <Link className="za-bold" to={casePath(task.case.id)}>
                {task.case.title}
              </Link>
              <div className="za-muted za-tiny za-cut">{task.case.digest}</div>
            </td>
            <td>{task.matter.title}</td>
            <td>{task.element.name}</td>
            <td>{task.decision && <span className="za-mark">{decisionText(task.decision)}</span>}</td>
            <td className="za-second za-nowrap">{task.completedAt && format.minute(task.completedAt)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function DoneCards({ tasks }: { tasks: TaskSummary[] }) {
  const decisionText = useDecisionText()
  const format = useInstantFormat()
  return (
    <ul className="za-cards">
      {tasks.map((task) => (
        <li key={task.id}>
          <Link to={casePath(task.case.id)}>
            <b>{task.case.title}</b>
            <span className="za-cards-foot">
              <span className="za-muted">{task.element.name}</span>
              {task.decision && <span className="za-mark">{decisionText(task.decision)}</span>}
              <span className="za-muted za-cards-end">{task.completedAt && format.minute(task.completedAt)}</span>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
