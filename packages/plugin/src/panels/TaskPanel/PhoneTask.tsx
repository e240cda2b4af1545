import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formOf } from '../../api/form.ts'
import { useFormServices } from '../../api/form-services.ts'
import { ChangedMeanwhile } from '../../components/ChangedMeanwhile.tsx'
import { FlowSection } from '../../components/FlowSection.tsx'
import { Forecast } from '../../components/Forecast.tsx'
import { FormSheet } from '../../components/FormSheet.tsx'
import { fieldTitle } from '../../components/field-title.ts'
import { IssueSummary } from '../../components/IssueSummary.tsx'
import { PaperDialog } from '../../components/PaperDialog.tsx'
import { Timeline } from '../../components/Timeline.tsx'
import { Notice } from '../../shell/Notice.tsx'
import { PhoneBar } from './PhoneBar.tsx'
import { PhoneHead } from './PhoneHead.tsx'
import { PhoneSheet } from './PhoneSheet.tsx'
import { PhoneSummary } from './PhoneSummary.tsx'
import { TaskStanding } from './TaskStanding.tsx'
import type { TaskDesk } from './task-desk.ts'
import './phone.css'

/** The task on a phone: who and what, earlier opinions, what this step checks, the rest folded; the bar decides. */
export function PhoneTask({ desk }: { desk: TaskDesk }) {
  const { t } = useTranslation()
  const { task, form, submit } = desk
  const { history, tasks, at } = task.case
  const services = useFormServices(task.case.id)
  const [deciding, setDeciding] = useState(false)
  const [paper, setPaper] = useState(false)
  const definition = formOf(task.case)
  return (
    <div className="za-phone">
      <PhoneHead task={task} desk={desk} onPaper={() => setPaper(true)} />
      <main>
        <Notice />
        <ChangedMeanwhile caseId={task.case.id} version={task.version} />
        {submit.issues.length > 0 && (
          <IssueSummary
            issues={submit.issues}
            titleOf={(path) => fieldTitle(definition, path)}
            onFocus={(path) => form?.focus(path)}
          />
        )}
        <TaskStanding task={task} />
        <PhoneSummary task={task} />
        <FormSheet
          form={task.case.form}
          values={desk.initialValues}
          access={desk.access}
          services={services}
          highlights={desk.highlights}
          layout="stack"
          onChange={desk.onFill}
          onReady={desk.onForm}
        />
        <section className="za-block">
          <h2>{t('forecast.after')}</h2>
          <Forecast steps={task.forecast} />
        </section>
        <details className="za-block">
          <summary>{t('timeline.title')}</summary>
          <Timeline history={history} tasks={tasks} />
        </details>
        <div className="za-block">
          <FlowSection caseId={task.case.id} places={at.map((element) => element.name)} />
        </div>
      </main>
      <PhoneBar
        desk={desk}
        onDecide={(type) => {
          desk.decide({ type })
          setDeciding(true)
        }}
      />
      {deciding && <PhoneSheet desk={desk} onClose={() => setDeciding(false)} />}
      {paper && (
        <PaperDialog
          owner={task.case}
          values={desk.initialValues}
          access={task.access}
          services={services}
          onClose={() => setPaper(false)}
        />
      )}
    </div>
  )
}
