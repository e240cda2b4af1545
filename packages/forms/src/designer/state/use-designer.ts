import { createContext, useCallback, useContext, useMemo, useRef, useState } from 'react'
import { type Area, isRefused } from '../../paper/edit/index.ts'
import { checkForm } from '../../schema/check-form.ts'
import type { FormDefinition } from '../../schema/form-definition.ts'
import type { Issue } from '../../schema/issue.ts'
import type { Draft, Edit, StepAccess } from '../document/draft.ts'
import { type History, newHistory, perform, redo, undo } from '../document/history.ts'
import { type FormNode, type NodePath, nodeAt } from '../document/nodes.ts'
import type { Refusing } from '../document/refusal.ts'
import { keptSelection, type Selection, selectCell, selectedArea, selectNode } from './selection.ts'

/** What the parts of the designer share. */
export interface Designer {
  draft: Draft
  form: FormDefinition
  readOnly: boolean
  /** Whether the host takes changes of the access of steps. */
  canEditAccess: boolean
  canUndo: boolean
  canRedo: boolean
  selection: Selection
  /** Whole cells that are selected. */
  area: Area | undefined
  node: FormNode | undefined
  /** What is wrong with the form now. */
  issues: Issue[]
  /** Why the last edit was not done. */
  refusal: Refusing | undefined
  /** Something the last edit did that is not seen at once: rules left behind by pasting. */
  leftBehind: number
  tellLeftBehind: (count: number) => void
  /** Does an edit; edits with the same mark that follow each other are undone at once. @returns whether it was done */
  run: (edit: Edit, mark?: string) => boolean
  undo: () => void
  redo: () => void
  select: (selection: Selection) => void
  selectCell: (row: number, col: number) => void
  selectNode: (path: NodePath) => void
  dismiss: () => void
  /** The form after the edits of this very moment, before the screen shows them. */
  latest: () => FormDefinition
}

export function useDesignerState(
  form: FormDefinition,
  steps: readonly StepAccess[],
  readOnly: boolean,
  onStepsChange?: (steps: readonly StepAccess[]) => void,
): Designer {
  const [history, setHistory] = useState<History>(() => newHistory({ form, steps }))
  const [selection, setSelection] = useState<Selection>({})
  const [refusal, setRefusal] = useState<Refusing>()
  const [leftBehind, setLeftBehind] = useState(0)
  const current = useRef(history)
  const tellSteps = useRef(onStepsChange)
  tellSteps.current = onStepsChange
  const show = useCallback((next: History) => {
    const { steps } = next.present
    if (steps !== current.current.present.steps) tellSteps.current?.(steps)
    current.current = next
    setHistory(next)
    setSelection((old) => keptSelection(next.present.form, old))
    setRefusal(undefined)
    setLeftBehind(0)
  }, [])

  const run = useCallback(
    (edit: Edit, mark?: string) => {
      if (readOnly) return false
      const next = perform(current.current, edit, mark)
      if (isRefused(next)) {
        setRefusal(next)
        return false
      }
      show(next)
      return true
    },
    [readOnly, show],
  )
  const actions = useMemo(
    () => ({
      run,
      undo: () => show(undo(current.current)),
      redo: () => show(redo(current.current)),
      select: setSelection,
      selectCell: (row: number, col: number) => setSelection(selectCell(current.current.present.form, row, col)),
      selectNode: (path: NodePath) => setSelection(selectNode(current.current.present.form, path)),
      dismiss: () => {
        setRefusal(undefined)
        setLeftBehind(0)
      },
      tellLeftBehind: setLeftBehind,
      latest: () => current.current.present.form,
    }),
    [run, show],
  )
  const { present } = history
  const issues = useMemo(() => checkForm(present.form), [present.form])
  return {
    ...actions,
    draft: present,
    form: present.form,
    readOnly,
    canEditAccess: !readOnly && onStepsChange !== undefined,
    canUndo: history.past.length > 0 && !readOnly,
    canRedo: history.future.length > 0 && !readOnly,
    selection,
    area: useMemo(() => selectedArea(present.form, selection), [present.form, selection]),
    node: selection.node && nodeAt(present.form, selection.node),
    issues,
    refusal,
    leftBehind,
  }
}

export const DesignerContext = createContext<Designer | undefined>(undefined)

export function useDesigner(): Designer {
  const designer = useContext(DesignerContext)
  if (!designer) throw new Error('A part of the designer stands outside of FormDesigner')
  return designer
}
