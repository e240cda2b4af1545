import { Segmented } from 'antd'
import { useState } from 'react'
import type { FormServices } from '../../react/form-services.ts'
import { FormView } from '../../react/form-view.tsx'
import type { FormValues } from '../../schema/form-definition.ts'
import type { StepAccess } from '../document/draft.ts'
import { useDesigner } from '../state/use-designer.ts'
import { useTexts } from '../texts.ts'
import { WhyHidden } from './why-hidden-panel.tsx'

type Device = 'desktop' | 'phone' | 'paper'

const DEVICES: readonly Device[] = ['desktop', 'phone', 'paper']

/** Files of a preview stay in the page. */
const PREVIEW_SERVICES: FormServices = {
  upload: async (file, name) => ({ id: URL.createObjectURL(file), name, size: file.size, type: file.type }),
  fileUrl: (id) => id,
  findPeople: async () => [],
  findUnits: async () => [],
}

/** The form as it will be: on a desktop, a phone or paper, for anyone or for one step. */
export function FormPreview({
  step,
  services = PREVIEW_SERVICES,
}: {
  step: StepAccess | undefined
  services?: FormServices
}) {
  const { form } = useDesigner()
  const texts = useTexts()
  const [device, setDevice] = useState<Device>('desktop')
  const [values, setValues] = useState<FormValues>({})
  return (
    <section className="zpd-preview">
      <div className="zpd-canvas-tools">
        <Segmented<Device>
          name="zpd-device"
          value={device}
          aria-label={texts.preview.device}
          options={DEVICES.map((value) => ({ label: texts.preview.devices[value], value }))}
          onChange={setDevice}
        />
        <span className="zpd-muted">{texts.preview.hint}</span>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: paper that is only read has nothing to focus, and is scrolled by keyboard */}
      <section className="zpd-preview-desk" aria-label={texts.preview.devices[device]} tabIndex={0}>
        <div className={`zpd-device zpd-device--${device}`}>
          <FormView
            key={`${device} ${step?.flow} ${step?.element}`}
            form={form}
            values={values}
            access={step?.access}
            layout={device === 'phone' ? 'stack' : device === 'paper' ? 'paper' : 'auto'}
            readOnly={device === 'paper'}
            services={services}
            onChange={setValues}
          />
        </div>
        <WhyHidden values={values} access={step?.access} />
      </section>
    </section>
  )
}
