import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { TaskList, TaskSummary } from '../../api/types.ts'
import { taskPath } from '../../app/paths.ts'
import { DueText } from '../../components/DueText.tsx'
import { useNow } from '../../time/use-now.ts'
import { groupTasks } from './group-tasks.ts'
import { TaskTags } from './TaskTags.tsx'

/** The inbox on a phone: one card a task, the whole card opens it. */
export function TaskCards({ tasks, counts }: { tasks: TaskSummary[]; counts: TaskList['counts'] }) {
  const { t } = useTranslation()
  const now = useNow()
  return (
    <>
      {groupTasks(tasks, counts, now).map(({ group, count, tasks }) => (
        <section key={group} className="za-cards">
          <h2>
            <span className={`za-group-${group}`}>{t(`inbox.group.${group}`)}</span>{' '}
            <span className="za-muted">{count}</span>
          </h2>
          <ul>
            {tasks.map((task) => (
              <li key={task.id}>
                <Link to={taskPath(task.id)}>
                  <b>{task.case.title}</b>
                  <span className="za-second">{task.case.digest}</span>
                  <span className="za-cards-foot">
                    <span className="za-muted">{task.element.name}</span>
                    <TaskTags task={task} />
                    <DueText dueAt={task.dueAt} workdays={task.dueInWorkdays} now={now} inline />
                  </span>
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}
