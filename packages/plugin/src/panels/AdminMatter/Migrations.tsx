import { useTranslation } from 'react-i18next'
import { useMigrations } from '../../api/migrations.ts'
import type { Migration } from '../../api/types.ts'
import { ListSkeleton } from '../../components/ListSkeleton.tsx'
import { MigrationSteps } from './MigrationSteps.tsx'
import { StayingCases } from './StayingCases.tsx'
import { Unfetched } from './Unfetched.tsx'

/** The open cases of earlier versions: which of them can move to the version in force, and how far a migration is. */
export function Migrations({ matterKey }: { matterKey: string }) {
  const { t } = useTranslation()
  const { data, isError, error, refetch } = useMigrations(matterKey)
  const older = data?.open.filter(({ version }) => version !== data.current) ?? []
  const isRunning = data?.items.some(({ state }) => state === 'running') ?? false
  return (
    <section className="za-panel">
      <header>
        <h2>{t('migration.title')}</h2>
      </header>
      {isError && <Unfetched error={error} onRetry={() => void refetch()} />}
      {!data && !isError && <ListSkeleton label={t('check.running')} columns={[80]} />}
      {data && older.length === 0 && <p className="za-publish-line">{t('migration.none')}</p>}
      {data &&
        older.map(({ version, count }) => (
          <MigrationSteps
            key={version}
            matterKey={matterKey}
            from={version}
            to={data.current}
            count={count}
            isRunning={isRunning}
          />
        ))}
      {data && data.items.length > 0 && (
        <ul className="za-migrations">
          {data.items.map((item) => (
            <Progress key={item.id} migration={item} />
          ))}
        </ul>
      )}
    </section>
  )
}

function Progress({ migration }: { migration: Migration }) {
  const { t } = useTranslation()
  const { from, to, state, moved, stayed, left, staying, startedBy } = migration
  const done = moved + stayed
  return (
    <li>
      <div className="za-row">
        <b>{t('migration.range', { from, to })}</b>
        <span
          className={`za-tag ${state === 'failed' ? 'za-tag-warn' : state === 'running' ? 'za-tag-blue' : 'za-tag-ok'}`}
        >
          {t(`migration.states.${state}`)}
        </span>
        <span className="za-second" role={state === 'running' ? 'status' : undefined}>
          {t('migration.progress', { moved, stayed })}
          {state === 'running' && t('migration.left', { n: left })}
        </span>
        <span className="za-muted za-tiny">{startedBy}</span>
      </div>
      {state === 'running' && (
        <progress max={done + left} value={done} aria-label={t('migration.range', { from, to })} />
      )}
      <StayingCases cases={staying} />
    </li>
  )
}
