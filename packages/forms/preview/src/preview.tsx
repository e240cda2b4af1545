import { useRef, useState } from 'react'
import { type FormHandle, FormView } from '../../src/react/index.ts'
import { SCENES } from './scenes.ts'
import { services } from './services.ts'

/** One scene, chosen by the hash: `#quota-errors`. */
export function Preview() {
  const name = location.hash.slice(1)
  const scene = SCENES.find((candidate) => candidate.name === name) ?? SCENES[0]
  const handle = useRef<FormHandle>()
  const [summary, setSummary] = useState<string>()
  if (!scene) return null
  return (
    <>
      <nav className="preview-bar">
        {SCENES.map((other) => (
          <a key={other.name} href={`#${other.name}`} onClick={() => setTimeout(() => location.reload())}>
            {other.name}
          </a>
        ))}
        <button type="button" onClick={() => setSummary(`${handle.current?.validate().length} 处要改`)}>
          校验
        </button>
        <output>{summary}</output>
      </nav>
      <main className="preview-desk">
        <FormView
          form={scene.form}
          values={scene.values}
          access={scene.access}
          layout={scene.layout}
          readOnly={scene.readOnly}
          highlights={scene.highlights}
          services={services}
          onReady={(ready) => {
            handle.current = ready
            if (scene.validate) ready.validate()
          }}
        />
      </main>
    </>
  )
}
