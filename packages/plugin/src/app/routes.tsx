import { type ComponentType, lazy, type ReactNode, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { Navigate, Route, Routes, useLocation, useSearchParams } from 'react-router'
import { DeskSkeleton } from '../components/DeskSkeleton.tsx'
import { ListSkeleton } from '../components/ListSkeleton.tsx'
import { addAdministrationTexts } from '../i18n/add-administration-texts.ts'
import { NotFound } from '../panels/NotFound/NotFound.tsx'
import { TaskInbox } from '../panels/TaskInbox/TaskInbox.tsx'
import { Shell } from '../shell/Shell.tsx'
import { PageBoundary } from './PageBoundary.tsx'
import { inboxPath } from './paths.ts'

const DoneList = lazy(async () => ({ default: (await import('../panels/DoneList/DoneList.tsx')).DoneList }))
const MyCases = lazy(async () => ({ default: (await import('../panels/MyCases/MyCases.tsx')).MyCases }))
const Copies = lazy(async () => ({ default: (await import('../panels/Copies/Copies.tsx')).Copies }))
const Drafts = lazy(async () => ({ default: (await import('../panels/Drafts/Drafts.tsx')).Drafts }))
const Catalogue = lazy(async () => ({ default: (await import('../panels/Catalogue/Catalogue.tsx')).Catalogue }))
const Apply = lazy(async () => ({ default: (await import('../panels/Apply/Apply.tsx')).Apply }))
const TaskPanel = lazy(async () => ({ default: (await import('../panels/TaskPanel/TaskPanel.tsx')).TaskPanel }))
const CaseView = lazy(async () => ({ default: (await import('../panels/CaseView/CaseView.tsx')).CaseView }))
const Statistics = administration(async () => (await import('../panels/Statistics/Statistics.tsx')).Statistics)
const OwnSessions = administration(async () => (await import('../panels/Sessions/OwnSessions.tsx')).OwnSessions)
const AllSessions = administration(async () => (await import('../panels/Sessions/AllSessions.tsx')).AllSessions)
const Audit = administration(async () => (await import('../panels/Audit/Audit.tsx')).Audit)
const RegisterView = lazy(async () => ({
  default: (await import('../panels/RegisterView/RegisterView.tsx')).RegisterView,
}))

const Jobs = administration(async () => (await import('../panels/Jobs/Jobs.tsx')).Jobs)
const Admin = administration(async () => (await import('../panels/Admin/Admin.tsx')).Admin)
const AdminMatter = administration(async () => (await import('../panels/AdminMatter/AdminMatter.tsx')).AdminMatter)

/** What stands at which address. Everything but the inbox is loaded when it is opened. */
export function AppRoutes() {
  return (
    <Routes>
      <Route index element={<Navigate to={inboxPath} replace />} />
      <Route path="inbox" element={listed(<TaskInbox />)} />
      <Route path="done" element={listed(<DoneList />)} />
      <Route path="mine" element={listed(<MyCases />)} />
      <Route path="cc" element={listed(<Copies />)} />
      <Route path="drafts" element={listed(<Drafts />)} />
      <Route path="register" element={listed(<RegisterRoute />)} />
      <Route path="statistics" element={listed(<Statistics />)} />
      <Route path="sessions" element={listed(<OwnSessions />)} />
      <Route path="all-sessions" element={listed(<AllSessions />)} />
      <Route path="audit" element={listed(<Audit />)} />
      <Route path="apply" element={<ApplyRoute />} />
      <Route path="jobs" element={listed(<Jobs />)} />
      <Route path="admin" element={<AdminRoute />} />
      <Route path="task" element={<Desk page={<TaskRoute />} />} />
      <Route path="case" element={<Desk page={<CaseRoute />} />} />
      <Route path="*" element={listed(<NotFound />)} />
    </Routes>
  )
}

/** A page beside the menu. */
function listed(page: ReactNode) {
  return (
    <Shell>
      <Listed page={page} />
    </Shell>
  )
}

function Listed({ page }: { page: ReactNode }) {
  const { t } = useTranslation()
  const { pathname } = useLocation()
  return (
    <PageBoundary key={pathname}>
      <Suspense fallback={<ListSkeleton label={t('loading')} columns={[80, 60, 50, 40]} />}>{page}</Suspense>
    </PageBoundary>
  )
}

/** A page of one object, which fills the window. */
function Desk({ page }: { page: ReactNode }) {
  const { t } = useTranslation()
  const { pathname, search } = useLocation()
  return (
    <PageBoundary key={pathname + search}>
      <Suspense fallback={<DeskSkeleton label={t('loading')} />}>{page}</Suspense>
    </PageBoundary>
  )
}

/** The key makes another object another page: nothing typed for one case can reach the next. */
function TaskRoute() {
  const id = useSearchParams()[0].get('id')
  return id ? <TaskPanel key={id} taskId={id} /> : <Navigate to={inboxPath} replace />
}

function CaseRoute() {
  const id = useSearchParams()[0].get('id')
  return id ? <CaseView key={id} caseId={id} /> : <Navigate to={inboxPath} replace />
}

function RegisterRoute() {
  const key = useSearchParams()[0].get('register')
  return key ? <RegisterView key={key} registerKey={key} /> : <Navigate to={inboxPath} replace />
}

/** The tabs of a matter are one page: what one of them holds must not be lost by a look at another. */
function AdminRoute() {
  const { t } = useTranslation()
  const key = useSearchParams()[0].get('matter')
  if (!key) return listed(<Admin />)
  return (
    <PageBoundary key={key}>
      <Suspense fallback={<DeskSkeleton label={t('loading')} />}>
        <AdminMatter key={key} matterKey={key} />
      </Suspense>
    </PageBoundary>
  )
}

function ApplyRoute() {
  const key = useSearchParams()[0].get('matter')
  return key ? <Desk page={<Apply key={key} matterKey={key} />} /> : listed(<Catalogue />)
}

/** A screen of administration, with its texts. */
function administration<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  return lazy(async () => {
    const [screen] = await Promise.all([load(), addAdministrationTexts()])
    return { default: screen }
  })
}
