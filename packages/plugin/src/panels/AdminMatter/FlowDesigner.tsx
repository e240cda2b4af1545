import { type FlowModeler, openModeler, type StepType, type StepView } from '@zhupi/flows/modeler'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { useSaveDraft, useVocabulary } from '../../api/admin.ts'
import type { Definition } from '../../api/types.ts'
import { Button } from '../../components/Button.tsx'
import { Segments } from '../../components/Segments.tsx'
import { AccessMatrix } from './AccessMatrix.tsx'
import { ConflictLine } from './ConflictLine.tsx'
import type { FieldName } from './FlowTab.tsx'
import { SaveLine } from './SaveLine.tsx'
import { StepPanel } from './StepPanel.tsx'
import { useAutosave } from './use-autosave.ts'

export interface FlowDesignerProps {
  definition: Definition
  fields: readonly FieldName[]
  onReload: () => void
}

const APPEND: Array<{ type: StepType; kind: 'user' | 'service' | 'choice' }> = [
  { type: 'bpmn:UserTask', kind: 'user' },
  { type: 'bpmn:ServiceTask', kind: 'service' },
  { type: 'bpmn:ExclusiveGateway', kind: 'choice' },
]

const TYPES = [
  'StartEvent',
  'EndEvent',
  'UserTask',
  'ServiceTask',
  'ReceiveTask',
  'ExclusiveGateway',
  'ParallelGateway',
  'InclusiveGateway',
  'SequenceFlow',
] as const

/** Draws a flow: steps at the left, the diagram in the middle, what the chosen step does at the right. */
export function FlowDesigner({ definition, fields, onReload }: FlowDesignerProps) {
  const { t, i18n } = useTranslation()
  const save = useSaveDraft()
  const { data: vocabulary } = useVocabulary()
  const wanted = useSearchParams()[0].get('element')
  const canvas = useRef<HTMLDivElement>(null)
  const modeler = useRef<FlowModeler>(undefined)
  const [steps, setSteps] = useState<StepView[]>([])
  const [chosen, setChosen] = useState<string>()
  const [isBroken, setBroken] = useState(false)
  const [view, setView] = useState<'diagram' | 'access'>('diagram')
  const xml = String((definition.draft ?? definition.published)?.content ?? '')
  const autosave = useAutosave<string>(definition.etag, (content, etag) =>
    save('flows', definition.key, { content }, etag),
  )
  const latest = useRef(autosave.change)
  latest.current = autosave.change

  const handleChange = useCallback(async () => {
    const drawn = modeler.current
    if (!drawn) return
    setSteps(drawn.steps())
    latest.current(await drawn.xml())
  }, [])

  useEffect(() => {
    const container = canvas.current
    if (!container) return
    let isGone = false
    const language = i18n.language === 'en-US' ? 'en-US' : 'zh-CN'
    openModeler(container, { xml, language, onChange: () => void handleChange(), onSelect: setChosen }).then(
      (opened) => {
        if (isGone) return opened.destroy()
        modeler.current = opened
        setSteps(opened.steps())
        if (wanted) opened.select(wanted)
      },
      () => setBroken(!isGone),
    )
    return () => {
      isGone = true
      modeler.current?.destroy()
      modeler.current = undefined
    }
  }, [xml, i18n.language, handleChange, wanted])

  const step = steps.find(({ id }) => id === chosen)
  const isFlow = ({ type }: StepView) => type === 'bpmn:SequenceFlow'
  const list = (label: string, some: StepView[]) => (
    <section>
      <h3>{label}</h3>
      <ul className="za-step-list">
        {some.map((one) => (
          <li key={one.id}>
            <button
              type="button"
              aria-pressed={one.id === chosen}
              onClick={() => {
                modeler.current?.select(one.id)
                setChosen(one.id)
              }}
            >
              <span className="za-grow za-cut">
                {one.name || (isFlow(one) ? t('flow.from_to', { source: one.source, target: one.target }) : one.id)}
              </span>
              <span className="za-small za-second">{typeName(one.type)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
  const typeName = (type: string) => {
    const known = TYPES.find((one) => `bpmn:${one}` === type)
    return known ? t(`flow.type.${known}`) : type.replace('bpmn:', '')
  }
  const act = (work: (drawn: FlowModeler) => void) => () => modeler.current && work(modeler.current)

  return (
    <div className="za-flow">
      <div className="za-flow-bar">
        <Segments
          small
          label={t('flow.view')}
          value={view}
          options={[
            { value: 'diagram', label: t('flow.canvas') },
            { value: 'access', label: t('flow.matrix') },
          ]}
          onChange={setView}
        />
        <Button size="small" onClick={act((drawn) => drawn.undo())}>
          {t('flow.undo')}
        </Button>
        <Button size="small" onClick={act((drawn) => drawn.redo())}>
          {t('flow.redo')}
        </Button>
        {view === 'diagram' && (
          <Button size="small" onClick={act((drawn) => drawn.fit())}>
            {t('flow.fit')}
          </Button>
        )}
        {view === 'diagram' && step && canAppend(step) && (
          <fieldset className="za-flow-append">
            <legend className="za-small za-second">{t('flow.append')}</legend>
            {APPEND.map(({ type, kind }) => (
              <Button
                key={kind}
                size="small"
                icon="plus"
                onClick={act((drawn) => setChosen(drawn.append(step.id, type, t(`flow.newNames.${kind}`))))}
              >
                {t(`flow.appendKinds.${kind}`)}
              </Button>
            ))}
          </fieldset>
        )}
        <span className="za-grow" />
        <SaveLine autosave={autosave} />
      </div>
      {autosave.conflict && (
        <ConflictLine
          conflict={autosave.conflict}
          onKeepMine={autosave.keepMine}
          onTakeTheirs={() => {
            autosave.takeTheirs()
            onReload()
          }}
        />
      )}
      {view === 'access' && (
        <AccessMatrix
          steps={steps.filter(hasAccess)}
          fields={fields}
          onChange={({ id, settings }, access) => modeler.current?.change(id, { ...settings, fields: access })}
        />
      )}
      <nav className="za-flow-steps" hidden={view === 'access'} aria-label={t('flow.steps')}>
        {list(
          t('flow.steps'),
          steps.filter((one) => !isFlow(one)),
        )}
        {list(t('flow.flows'), steps.filter(isFlow))}
      </nav>
      <div className="za-flow-canvas" hidden={view === 'access'}>
        {isBroken && (
          <p className="za-alert za-alert-error" role="alert">
            {t('flow.broken')}
          </p>
        )}
        <section ref={canvas} aria-label={t('flow.canvas')} />
      </div>
      <aside className="za-flow-panel" hidden={view === 'access'}>
        {step ? (
          <StepPanel
            key={step.id}
            step={step}
            typeName={typeName(step.type)}
            fields={fields}
            vocabulary={vocabulary}
            modeler={() => modeler.current}
          />
        ) : (
          <p className="za-second">{t('flow.nothing')}</p>
        )}
      </aside>
    </div>
  )
}

/** Steps that people do, and the first of them: filling the form in. */
function hasAccess({ type }: StepView): boolean {
  return type === 'bpmn:UserTask' || type === 'bpmn:StartEvent'
}

function canAppend({ type }: StepView): boolean {
  return type !== 'bpmn:SequenceFlow' && type !== 'bpmn:EndEvent'
}
