import type { FormHandle } from '@zhupi/forms/react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formOf } from '../../api/form.ts'
import { useFormServices } from '../../api/form-services.ts'
import type { Case } from '../../api/types.ts'
import { FormSheet } from '../../components/FormSheet.tsx'
import { formFiles } from '../../components/form-files.ts'
import { formParts } from '../../components/form-parts.ts'
import { JumpList } from '../../components/JumpList.tsx'
import { SheetLegend, type SheetLook } from '../../components/SheetLegend.tsx'
import { PHONE, useMedia } from '../../components/use-media.ts'
import { Notice } from '../../shell/Notice.tsx'
import { CaseHead } from './CaseHead.tsx'
import { CaseRail } from './CaseRail.tsx'
import '../../components/page.css'
import './case-view.css'

/** The sheet, read only, between the jump list and the rail; one below the other where there is no room. */
export function CaseDesk({ item }: { item: Case }) {
  const { t } = useTranslation()
  const services = useFormServices(item.id)
  const phone = useMedia(PHONE)
  const [form, setForm] = useState<FormHandle>()
  const [look, setLook] = useState<SheetLook>({ layout: 'auto', zoom: 1 })
  const definition = formOf(item)
  const pages = useMemo(() => formParts(formOf(item), t('jump.opinions')), [item, t])
  const files = formFiles(definition, item.values).map(({ id, name }) => ({ id, name, href: services.fileUrl(id) }))
  const highlights = useMemo(() => {
    const corrected = item.corrections.map(({ path, before, after, at }) => [path, { before, after, at }])
    return { corrected: Object.fromEntries(corrected) }
  }, [item])
  return (
    <div className="za-desk-page za-case">
      <CaseHead item={item} />
      <div className="za-work">
        <JumpList
          pages={pages}
          corrected={item.corrections.map((correction) => correction.path)}
          attachments={files}
          onJump={(path) => form?.focus(path)}
        />
        <main className="za-desk" aria-label={definition.title}>
          <Notice />
          {!phone && (
            <SheetLegend
              corrected={item.corrections.length > 0 ? item.round : undefined}
              look={look}
              onLook={setLook}
            />
          )}
          <FormSheet
            form={item.form}
            values={item.values}
            access={item.access}
            services={services}
            highlights={highlights}
            layout={phone ? 'stack' : look.layout}
            zoom={look.zoom}
            readOnly
            onReady={setForm}
          />
        </main>
        <CaseRail item={item} />
      </div>
    </div>
  )
}
