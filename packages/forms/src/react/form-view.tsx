import { FormProvider } from '@formily/react'
import { useCallback, useEffect, useId, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import type { AccessMap } from '../access/access.ts'
import type { FormDefinition, FormValues } from '../schema/form-definition.ts'
import type { Issue } from '../schema/issue.ts'
import { equalValues } from '../values/equal-values.ts'
import { registerFeelCompiler } from './feel-compiler.ts'
import type { ValuePath } from './fields/field-description.ts'
import { focusPath, type Revealers } from './focus-path.ts'
import type { FormHighlights } from './form-highlights.ts'
import type { FormServices } from './form-services.ts'
import { FormViewContext, type ShownLayout } from './form-view-context.ts'
import { createFormModel } from './model/form-model.ts'
import { PaperView } from './paper/paper-view.tsx'
import { StackView } from './stack/stack-view.tsx'
import { useWidth } from './use-width.ts'
import './styles/form.css'
import './styles/paper.css'
import './styles/fields.css'
import './styles/rows.css'
import './styles/sub-table.css'
import './styles/files.css'
import './styles/opinion.css'
import './styles/stack.css'

registerFeelCompiler()

/** Narrower than this, px, the paper gives way to one column. */
const PAPER_FROM = 768
/** Width of an A4 sheet on the screen, px; in less room it is shown smaller. */
const SHEET_WIDTH = 840

/** What a host can ask of a form on the screen. */
export interface FormHandle {
  /** The values as the server would keep them. */
  values: () => FormValues
  /** What is wrong, as the server would say it; the form shows it from now on. */
  validate: () => Issue[]
  /** Puts the focus on a value, as `姓名` or `明细.0.金额`, or as the path of an issue. */
  focus: (path: string | ValuePath) => void
  /** Shows what the server refused, each until that value changes. */
  submitErrors: (issues: readonly Issue[]) => void
}

export interface FormViewProps {
  form: FormDefinition
  values: FormValues
  /** What this step may do; without it everything may be filled. */
  access?: AccessMap
  /** `auto`: paper where there is room for it, else one column. */
  layout?: 'paper' | 'stack' | 'auto'
  readOnly?: boolean
  /** What the server refused. */
  issues?: readonly Issue[]
  onChange?: (values: FormValues) => void
  onReady?: (handle: FormHandle) => void
  services: FormServices
  highlights?: FormHighlights
  /** 1 = 840 px for an A4 sheet. */
  zoom?: number
}

const NO_HIGHLIGHTS: FormHighlights = {}

/** A form as the official table, to fill, to review or to read; on a narrow screen the same fields in one column. */
export function FormView(props: FormViewProps) {
  const {
    form,
    values,
    access,
    readOnly = false,
    layout = 'auto',
    services,
    highlights = NO_HIGHLIGHTS,
    zoom = 1,
  } = props
  const root = useRef<HTMLDivElement>(null)
  const width = useWidth(root)
  const idPrefix = `${useId()}-`
  const [revealers] = useState<Revealers>(() => new Map())
  const focus = useCallback(
    (path: ValuePath) => {
      if (root.current) focusPath(root.current, path, revealers)
    },
    [revealers],
  )
  const latest = useRef(props)
  latest.current = props

  const model = useMemo(() => {
    const { values, access, readOnly = false } = latest.current
    return createFormModel(form, { values, access, readOnly, onChange: (next) => latest.current.onChange?.(next) })
  }, [form])
  const shape = useSyncExternalStore(model.subscribe, model.shape)

  const configured = useRef({ model, access, readOnly })
  useEffect(() => {
    const old = configured.current
    configured.current = { model, access, readOnly }
    if (old.model === model && (!equalValues(old.access, access) || old.readOnly !== readOnly)) {
      model.configure({ access, readOnly })
    }
  }, [model, access, readOnly])

  const given = useRef({ model, values })
  useEffect(() => {
    const old = given.current
    given.current = { model, values }
    const isNews = old.model === model && old.values !== values && !equalValues(old.values, values)
    if (isNews && !equalValues(values, model.values())) model.replace(values)
  }, [model, values])

  useEffect(() => {
    model.refuse(props.issues ?? [])
  }, [model, props.issues])

  useEffect(() => {
    latest.current.onReady?.({
      values: model.values,
      validate: model.validate,
      focus: (path) => focus(typeof path === 'string' ? pathOf(path) : path),
      submitErrors: model.refuse,
    })
  }, [model, focus])

  const shown: ShownLayout = chosenLayout(layout, form, width)
  const filling = !readOnly && (access === undefined || access['*'] === 'edit')
  const state = useMemo(
    () => ({ definition: form, model, services, highlights, layout: shown, filling, focus, revealers, idPrefix }),
    [form, model, services, highlights, shown, filling, focus, revealers, idPrefix],
  )
  const { paper } = form
  const sheetZoom = layout === 'auto' ? Math.min(zoom, (width ?? SHEET_WIDTH) / SHEET_WIDTH) : zoom
  const isPaper = paper !== undefined && shown === 'paper'
  // The host hands in the values again with every key: what is drawn from the form alone stays as it is.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the shape stands for what the model says of fields
  const body = useMemo(
    () => (isPaper ? <PaperView paper={paper} zoom={sheetZoom} /> : <StackView />),
    [isPaper, paper, sheetZoom, shape],
  )
  return (
    <div ref={root} className={`zp-form zp-form--${shown}`} lang="zh-CN">
      <FormViewContext.Provider value={state}>
        <FormProvider form={model.formily}>{width !== undefined && body}</FormProvider>
      </FormViewContext.Provider>
    </div>
  )
}

/** `明细.0.金额` with its row as a number. */
function pathOf(address: string): ValuePath {
  return address.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part))
}

function chosenLayout(layout: 'paper' | 'stack' | 'auto', form: FormDefinition, width = SHEET_WIDTH): ShownLayout {
  if (!form.paper || layout === 'stack') return 'stack'
  return layout === 'paper' || width >= PAPER_FROM ? 'paper' : 'stack'
}
