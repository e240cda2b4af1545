import type { FormHandle } from '@zhupi/forms/react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formOf } from '../../api/form.ts'
import { useFormServices } from '../../api/form-services.ts'
import type { Draft, Matter } from '../../api/types.ts'
import { FormSheet } from '../../components/FormSheet.tsx'
import { fieldTitle } from '../../components/field-title.ts'
import { IssueSummary } from '../../components/IssueSummary.tsx'
import { ProblemLine } from '../../components/ProblemLine.tsx'
import { PHONE, useMedia } from '../../components/use-media.ts'
import { ApplyHead } from './ApplyHead.tsx'
import { ApplySide } from './ApplySide.tsx'
import { DraftConflict } from './DraftConflict.tsx'
import { fullLimit } from './full-limit.ts'
import { useApply } from './use-apply.ts'
import { useDraft } from './use-draft.ts'
import '../../components/page.css'
import './apply.css'

/** The table to fill in, with the side column; the page owns the values. */
export function ApplyDesk({ matter }: { matter: Matter }) {
  const { t } = useTranslation()
  const services = useFormServices()
  const phone = useMedia(PHONE)
  const [form, setForm] = useState<FormHandle>()
  const [initial, setInitial] = useState(() => ({ ...matter.values, ...matter.draft?.values }))
  const [values, setValues] = useState<Record<string, unknown>>(initial)
  const draft = useDraft(matter)
  const application = useApply(matter, form, draft.stop)
  const definition = formOf(matter)
  const highlights = useMemo(() => ({ owners: matter.owners }), [matter])
  const full = fullLimit(matter.limits)
  // Whoever applies fills in the table; without a rule for the rest it would look like a review.
  const access = useMemo(() => ({ '*': 'edit' as const, ...matter.access }), [matter])

  function handleChange(next: Record<string, unknown>) {
    setValues(next)
    draft.change(next)
    application.recheck()
  }
  function handleTakeOther(other: Draft) {
    const taken = { ...matter.values, ...other.values }
    draft.takeOther(other)
    setInitial(taken)
    setValues(taken)
  }
  return (
    <div className="za-desk-page za-apply">
      <ApplyHead
        matter={matter}
        draft={draft.state}
        submitting={application.submitting}
        blocked={full && t('quota.full', full)}
        onSave={() => void draft.save()}
        onSubmit={application.submit}
      />
      <div className="za-apply-work">
        <main className="za-apply-desk" aria-label={definition.title}>
          {application.issues.length > 0 && (
            <IssueSummary
              issues={application.issues}
              titleOf={(path) => fieldTitle(definition, path)}
              onFocus={(path) => form?.focus(path)}
            />
          )}
          {application.problem && <ProblemLine error={application.problem} text={t('apply.notSent')} />}
          <FormSheet
            form={matter.form}
            values={initial}
            access={access}
            services={services}
            highlights={highlights}
            layout={phone ? 'stack' : 'auto'}
            onChange={handleChange}
            onReady={setForm}
          />
        </main>
        <ApplySide matter={matter} values={values} issues={application.issues} onJump={(path) => form?.focus(path)} />
      </div>
      {draft.state.kind === 'conflict' && (
        <DraftConflict other={draft.state.other} onKeepMine={draft.keepMine} onTakeOther={handleTakeOther} />
      )}
    </div>
  )
}
