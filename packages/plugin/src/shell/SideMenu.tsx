import { useTranslation } from 'react-i18next'
import { Link, NavLink, useLocation } from 'react-router'
import { useMe } from '../api/me.ts'
import {
  adminPath,
  allSessionsPath,
  auditPath,
  cataloguePath,
  copiesPath,
  donePath,
  draftsPath,
  inboxPath,
  jobsPath,
  minePath,
  ownSessionsPath,
  registerPath,
  statisticsPath,
} from '../app/paths.ts'
import { buttonClass } from '../components/Button.tsx'
import { Icon, type IconName } from '../components/Icon.tsx'

/** The boxes with their numbers, then the registers the person may read. */
export function SideMenu() {
  const { t } = useTranslation()
  const { data: me } = useMe()
  const { pathname, search } = useLocation()
  const here = pathname + search
  return (
    <nav className="za-menu" aria-label={t('menu.label')}>
      <Link className={buttonClass({ kind: 'primary', block: true })} to={cataloguePath}>
        <Icon name="plus" />
        {t('menu.apply')}
      </Link>
      <ul>
        <MenuItem to={inboxPath} icon="inbox" text={t('menu.todo')} count={me?.counts.todo} />
        <MenuItem to={donePath} icon="done" text={t('menu.done')} />
        <MenuItem to={minePath} icon="send" text={t('menu.mine')} count={me?.counts.mine} />
        <MenuItem to={copiesPath} icon="copy" text={t('menu.copies')} count={me?.counts.copies} />
        <MenuItem to={draftsPath} icon="draft" text={t('menu.drafts')} count={me?.counts.drafts} />
        {me?.statistics && <MenuItem to={statisticsPath} icon="chart" text={t('menu.statistics')} />}
      </ul>
      {me && me.registers.length > 0 && (
        <>
          <h2>{t('menu.registers')}</h2>
          <ul>
            {me.registers.map((register) => {
              const to = registerPath(register.key)
              return (
                <li key={register.key}>
                  <Link to={to} aria-current={to === here ? 'page' : undefined}>
                    <Icon name="register" />
                    <span className="za-grow">{register.title}</span>
                  </Link>
                </li>
              )
            })}
          </ul>
        </>
      )}
      {me?.isAdministrator && (
        <>
          <h2>{t('menu.administration')}</h2>
          <ul>
            <MenuItem to={adminPath} icon="document" text={t('menu.matters')} />
            <MenuItem to={jobsPath} icon="clock" text={t('menu.jobs')} />
          </ul>
        </>
      )}
      {(me?.isSecurityAdministrator || me?.isAuditor) && (
        <>
          <h2>{t('menu.security')}</h2>
          <ul>
            {me.isSecurityAdministrator && <MenuItem to={allSessionsPath} icon="people" text={t('menu.allSessions')} />}
            {me.isAuditor && <MenuItem to={auditPath} icon="eye" text={t('menu.audit')} />}
          </ul>
        </>
      )}
      {me && (
        <NavLink className="za-menu-person" to={ownSessionsPath} title={t('menu.ownSessions')}>
          <Icon name="person" />
          <span className="za-grow za-cut" title={`${me.unit.name} ${me.name}`}>
            {me.name}
          </span>
        </NavLink>
      )}
    </nav>
  )
}

function MenuItem({ to, icon, text, count }: { to: string; icon: IconName; text: string; count?: number }) {
  return (
    <li>
      <NavLink to={to}>
        <Icon name={icon} />
        <span className="za-grow">{text}</span>
        {count ? <em>{count}</em> : null}
      </NavLink>
    </li>
  )
}
