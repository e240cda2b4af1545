import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formOf } from '../../api/form.ts'
import { useFormServices } from '../../api/form-services.ts'
import { Button } from '../../components/Button.tsx'
import { ChangedMeanwhile } from '../../components/ChangedMeanwhile.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { FormSheet } from '../../components/FormSheet.tsx'
import { fieldTitle } from '../../components/field-title.ts'
import { formFiles } from '../../components/form-files.ts'
import { formParts } from '../../components/form-parts.ts'
import { IssueSummary } from '../../components/IssueSummary.tsx'
import { JumpList } from '../../components/JumpList.tsx'
import { SheetLegend, type SheetLook } from '../../components/SheetLegend.tsx'
import { useMedia } from '../../components/use-media.ts'
import { Notice } from '../../shell/Notice.tsx'
import { TaskHead } from './TaskHead.tsx'
import { TaskRail } from './TaskRail.tsx'
import type { TaskDesk } from './task-desk.ts'
import '../../components/page.css'

const DRAWER = '(max-width: 1279px)'

/** The desk: jump list, sheet, and the rail with the decision, which becomes a drawer where there is no room. */
export function DesktopTask({ desk }: { desk: TaskDesk }) {
  const { t } = useTranslation()
  const { task, form, submit } = desk
  const services = useFormServices(task.case.id)
  const drawer = useMedia(DRAWER)
  const [open, setOpen] = useState(false)
  const [look, setLook] = useState<SheetLook>({ layout: 'auto', zoom: 1 })
  const definition = formOf(task.case)
  const pages = useMemo(() => formParts(formOf(task.case), t('jump.opinions')), [task, t])
  const files = formFiles(definition, desk.initialValues).map(({ id, name }) => ({
    id,
    name,
    href: services.fileUrl(id),
  }))
  const corrected = task.case.corrections.map((correction) => correction.path)

  return (
    <div className="za-desk-page">
      <TaskHead task={task}>
        {drawer && (
          <Button kind="primary" onClick={() => setOpen(true)}>
            {t('task.decide')}
          </Button>
        )}
      </TaskHead>
      <div className="za-work">
        <JumpList
          pages={pages}
          corrected={corrected}
          mine={task.opinion.field}
          attachments={files}
          onJump={(path) => form?.focus(path)}
        />
        <main className="za-desk" aria-label={definition.title}>
          <Notice />
          <ChangedMeanwhile caseId={task.case.id} version={task.version} />
          {submit.issues.length > 0 && (
            <IssueSummary
              issues={submit.issues}
              titleOf={(path) => fieldTitle(definition, path)}
              onFocus={(path) => form?.focus(path)}
            />
          )}
          <SheetLegend
            edit={Object.values(task.access).some((level) => level === 'edit' || level === 'require')}
            corrected={corrected.length > 0 ? task.case.round : undefined}
            mine={task.opinion.field !== null}
            look={look}
            onLook={setLook}
          />
          <FormSheet
            form={task.case.form}
            values={desk.initialValues}
            access={desk.access}
            services={services}
            highlights={desk.highlights}
            layout={look.layout}
            zoom={look.zoom}
            onChange={desk.onFill}
            onReady={desk.onForm}
          />
        </main>
        {!drawer && <TaskRail desk={desk} />}
      </div>
      {drawer && open && (
        <Dialog title={t('task.decide')} place="side" onClose={() => setOpen(false)}>
          <TaskRail desk={desk} />
        </Dialog>
      )}
    </div>
  )
}
