import type { ViewName, ViewTarget } from '../embed/messages.ts'

/**
 * Addresses of the screens. All lie in one folder and name their object in the query (`task?id=…`), so that relative
 * addresses of scripts and API are right below any prefix, and any static server can answer them.
 */
export const inboxPath = '/inbox'
export const donePath = '/done'
export const minePath = '/mine'
export const copiesPath = '/cc'
export const draftsPath = '/drafts'
export const cataloguePath = '/apply'
export const adminPath = '/admin'
export const jobsPath = '/jobs'
export const statisticsPath = '/statistics'
export const ownSessionsPath = '/sessions'
export const allSessionsPath = '/all-sessions'
export const auditPath = '/audit'

export function applyPath(matterKey: string): string {
  return `/apply?matter=${encodeURIComponent(matterKey)}`
}

export function taskPath(taskId: string): string {
  return `/task?id=${encodeURIComponent(taskId)}`
}

export function casePath(caseId: string): string {
  return `/case?id=${encodeURIComponent(caseId)}`
}

export function registerPath(registerKey: string): string {
  return `/register?register=${encodeURIComponent(registerKey)}`
}

export type AdminTab = 'form' | 'flow' | 'settings' | 'publish' | 'versions'

export function adminMatterPath(matterKey: string, tab: AdminTab = 'form'): string {
  return `/admin?matter=${encodeURIComponent(matterKey)}&tab=${tab}`
}

/** The address of what a host asks for; a task, case or register without its name is the inbox. */
export function pathOf({ view, id, matter, register }: ViewTarget): string {
  if (view === 'task') return id ? taskPath(id) : inboxPath
  if (view === 'case') return id ? casePath(id) : minePath
  if (view === 'register') return register ? registerPath(register) : inboxPath
  if (view === 'apply') return matter ? applyPath(matter) : cataloguePath
  if (view === 'admin' && matter) return adminMatterPath(matter)
  return `/${view}`
}

const VIEWS: readonly string[] = ['inbox', 'done', 'mine', 'cc', 'drafts', 'apply', 'task', 'case', 'register', 'admin']

/** What an address shows; undefined for one that is not ours. */
export function targetOf({ pathname, search }: { pathname: string; search: string }): ViewTarget | undefined {
  const view = pathname.slice(1)
  if (!VIEWS.includes(view)) return undefined
  const query = new URLSearchParams(search)
  return {
    view: view as ViewName,
    id: query.get('id') ?? undefined,
    matter: query.get('matter') ?? undefined,
    register: query.get('register') ?? undefined,
  }
}
