import { lazy, Suspense } from 'react'
import { Navigate, Route, Routes, useSearchParams } from 'react-router'
import { NotFound } from '../panels/NotFound/NotFound.tsx'
import { TaskInbox } from '../panels/TaskInbox/TaskInbox.tsx'
import { Shell } from '../shell/Shell.tsx'
import { inboxPath } from './paths.ts'

const DoneList = lazy(async () => ({ default: (await import('../panels/DoneList/DoneList.tsx')).DoneList }))
const MyCases = lazy(async () => ({ default: (await import('../panels/MyCases/MyCases.tsx')).MyCases }))
const Drafts = lazy(async () => ({ default: (await import('../panels/Drafts/Drafts.tsx')).Drafts }))
const Catalogue = lazy(async () => ({ default: (await import('../panels/Catalogue/Catalogue.tsx')).Catalogue }))
const Apply = lazy(async () => ({ default: (await import('../panels/Apply/Apply.tsx')).Apply }))
const TaskPanel = lazy(async () => ({ default: (await import('../panels/TaskPanel/TaskPanel.tsx')).TaskPanel }))
const CaseView = lazy(async () => ({ default: (await import('../panels/CaseView/CaseView.tsx')).CaseView }))
const RegisterView = lazy(async () => ({
  default: (await import('../panels/RegisterView/RegisterView.tsx')).RegisterView,
}))

/** What stands at which address. Everything but the inbox is loaded when it is opened. */
export function AppRoutes() {
  return (
    <Suspense fallback={null}>
      <Routes>
        <Route element={<Shell />}>
          <Route index element={<Navigate to={inboxPath} replace />} />
          <Route path="inbox" element={<TaskInbox />} />
          <Route path="done" element={<DoneList />} />
          <Route path="mine" element={<MyCases />} />
          <Route path="drafts" element={<Drafts />} />
          <Route path="register" element={<RegisterRoute />} />
          <Route path="*" element={<NotFound />} />
        </Route>
        <Route path="apply" element={<ApplyRoute />} />
        <Route path="task" element={<TaskRoute />} />
        <Route path="case" element={<CaseRoute />} />
      </Routes>
    </Suspense>
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

function ApplyRoute() {
  const key = useSearchParams()[0].get('matter')
  if (key) return <Apply key={key} matterKey={key} />
  return (
    <Shell>
      <Catalogue />
    </Shell>
  )
}
