import { paperHtml } from '../../src/index.ts'
import { FormView } from '../../src/react/index.ts'
import { galleryForm, galleryValues, STATES, type State } from './gallery-fields.ts'
import { services } from './services.ts'
import './preview.css'

interface GalleryProps {
  /** One state alone. */
  only?: string | undefined
  layout?: 'paper' | 'stack' | 'auto'
}

/** Every component in every state, as a step shows it and as it is printed. */
export function Gallery({ only, layout = 'auto' }: GalleryProps) {
  return (
    <main className="preview-desk">
      {STATES.filter((state) => only === undefined || state === only).map((state) => (
        <section key={state} aria-label={state}>
          <h1 className="gallery-state">{state}</h1>
          {state.startsWith('打印') ? <Printed state={state} /> : <Shown state={state} layout={layout} />}
        </section>
      ))}
    </main>
  )
}

function Shown({ state, layout }: { state: State; layout: NonNullable<GalleryProps['layout']> }) {
  const isRead = state.startsWith('只读')
  return (
    <FormView
      form={galleryForm(state)}
      values={galleryValues(state)}
      layout={layout}
      readOnly={isRead}
      services={services}
      onReady={(form) => state === '有误' && form.validate()}
    />
  )
}

function Printed({ state }: { state: State }) {
  const html = paperHtml(galleryForm(state), galleryValues(state), {
    asset: (id) => services.fileUrl(id) || undefined,
  })
  return <iframe title={`${state}的样子`} className="gallery-print" srcDoc={html} />
}
