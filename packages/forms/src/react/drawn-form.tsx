import { FormProvider } from '@formily/react'
import { useCallback, useEffect, useId, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import type { FormDefinition } from '../schema/form-definition.ts'
import { equalValues } from '../values/equal-values.ts'
import type { ValuePath } from './fields/field-description.ts'
import { focusPath, type Revealers } from './focus-path.ts'
import type { FormHighlights } from './form-highlights.ts'
import type { FormViewProps } from './form-view.tsx'
import { FormViewContext, type ShownLayout } from './form-view-context.ts'
import { createFormModel } from './model/form-model.ts'
import { PaperView } from './paper/paper-view.tsx'
import { StackView } from './stack/stack-view.tsx'
import { useWidth } from './use-width.ts'

/** Narrower than this, px, the paper gives way to one column. */
const PAPER_FROM = 768
/** Width of an A4 sheet on the screen, px; in less room it is shown smaller. */
const SHEET_WIDTH = 840

const NO_HIGHLIGHTS: FormHighlights = {}

/** A form all of whose parts are there. */
export function DrawnForm(props: FormViewProps) {
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
