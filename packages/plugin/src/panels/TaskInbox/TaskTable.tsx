import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { TaskList, TaskSummary } from '../../api/types.ts'
import { taskPath } from '../../app/paths.ts'
import { Check } from '../../components/Check.tsx'
import { DueText } from '../../components/DueText.tsx'
import { useInstantFormat } from '../../time/use-instant-format.ts'
import { useNow } from '../../time/use-now.ts'
import { groupTasks } from './group-tasks.ts'
import { InboxColumns } from './InboxColumns.tsx'
import { TaskTags } from './TaskTags.tsx'
import type { Selection } from './use-selection.ts'

export interface TaskTableProps {
  tasks: TaskSummary[]
  counts: TaskList['counts']
  selection: Selection
}

/** The inbox as a table, in groups by deadline. */
export function TaskTable({ tasks, counts, selection }: TaskTableProps) {
  const { t } = useTranslation()
  const now = useNow()
  return (
    <table className="za-table za-inbox">
      <InboxColumns />
      <thead>
        <tr>
          <th scope="col">
            <span className="za-unseen">{t('inbox.choose')}</span>
          </th>
          <th scope="col">{t('inbox.heading')}</th>
          <th scope="col">{t('inbox.matter')}</th>
          <th scope="col">{t('inbox.step')}</th>
          <th scope="col">{t('inbox.previous')}</th>
          <th scope="col">{t('inbox.received')}</th>
          <th scope="col" aria-sort="ascending">
            {t('inbox.due')} <span aria-hidden="true">↑</span>
          </th>
          <th scope="col">
            <span className="za-unseen">{t('inbox.open')}</span>
          </th>
        </tr>
      </thead>
      {groupTasks(tasks, counts, now).map(({ group, count, tasks }) => (
        <tbody key={group}>
          <tr className="za-inbox-group">
            <th scope="rowgroup" colSpan={8}>
              <span className={`za-group-${group}`}>{t(`inbox.group.${group}`)}</span>{' '}
              <span className="za-muted">{count}</span>
            </th>
          </tr>
          {tasks.map((task) => (
            <TaskRow key={task.id} task={task} now={now} selection={selection} />
          ))}
        </tbody>
      ))}
    </table>
  )
}

function TaskRow({ task, now, selection }: { task: TaskSummary; now: number; selection: Selection }) {
  const { t } = useTranslation()
  const format = useInstantFormat()
  const chosen = selection.isChosen(task)
  const obstacle = selection.obstacle(task)
  const to = taskPath(task.id)
  return (
    <tr className={chosen ? 'za-selected' : ''}>
      <td>
        <Check
          label={t('inbox.chooseOne', { title: task.case.title })}
          title={obstacle && t(`batch.${obstacle}`)}
          checked={chosen}
          disabled={obstacle !== undefined}
          onChange={() => selection.toggle(task)}
        />
      </td>
      <td>
        <div className="za-row">
          <Link className="za-inbox-title za-cut" to={to} title={task.case.title}>
            {task.case.title}
          </Link>
          <TaskTags task={task} />
        </div>
        <div className="za-muted za-tiny za-cut">{task.case.digest}</div>
      </td>
      <td className="za-cut" title={task.matter.title}>
        {task.matter.title}
      </td>
      <td>{task.element.name}</td>
      <td className="za-second">{task.previous}</td>
      <td className="za-second za-nowrap">{format.minute(task.receivedAt)}</td>
      <td>
        <DueText dueAt={task.dueAt} workdays={task.dueInWorkdays} now={now} />
      </td>
      <td className="za-right">
        <Link to={to} aria-label={t('inbox.openOne', { title: task.case.title })}>
          {t('inbox.open')}
        </Link>
      </td>
    </tr>
  )
}
