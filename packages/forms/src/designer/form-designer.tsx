import { ConfigProvider } from 'antd'
import { type ClipboardEvent, type KeyboardEvent, useRef, useState } from 'react'
import type { FormServices } from '../react/form-services.ts'
import type { FormDefinition } from '../schema/form-definition.ts'
import type { ImportGuess } from '../word/import-guess.ts'
import { focusCell } from './canvas/canvas-cell.tsx'
import { copySelection, pasteText } from './clipboard.ts'
import { DesignView } from './design-view.tsx'
import { DesignerBar, stepId, type View } from './designer-bar.tsx'
import type { StepAccess } from './document/draft.ts'
import { JsonView } from './json/json-view.tsx'
import { Messages } from './messages.tsx'
import { FormPreview } from './preview/form-preview.tsx'
import { ConflictDialog } from './save/conflict-dialog.tsx'
import { type SaveForm, useAutosave } from './save/use-autosave.ts'
import { DesignerContext, useDesignerState } from './state/use-designer.ts'
import { ImportStrip } from './strip/import-strip.tsx'
import { useImportReview } from './strip/use-import-review.ts'
import { zhCN } from './texts/zh-cn.ts'
import { type DesignerTexts, TextsContext } from './texts.ts'
import './styles/designer.css'
import './styles/canvas.css'
import './styles/panels.css'

export interface FormDesignerProps {
  /** The draft to start from; another one is another designer (`key`). */
  draft: FormDefinition
  /** The version of the draft, handed to the first save. */
  etag: string
  /** The published version, for comparing. */
  published?: FormDefinition
  /** What an import guessed. */
  report?: readonly ImportGuess[]
  /** The steps of flows that show the form, and what they may do with it. */
  steps?: readonly StepAccess[]
  /** Saves the draft; rejects with `{ status: 412, theirs? }` when somebody else has saved since `etag`. */
  onSave: SaveForm
  /** The access of steps was edited (or followed a renamed key); without it the table is only read. */
  onStepsChange?: (steps: readonly StepAccess[]) => void
  onPublish?: (form: FormDefinition) => void
  /** Goes back to where the designer was opened from. */
  onBack?: () => void
  /** A Word file was dropped or chosen. */
  onImport?: (file: File) => void
  /** Who edits the draft now; the designer only shows it. */
  lockedBy?: string
  readOnly?: boolean
  /** For the preview: directory and files of the host. */
  services?: FormServices
  texts?: DesignerTexts
}

/** The designer of forms: fields and components at the left, the paper in the middle, properties at the right. */
export function FormDesigner(props: FormDesignerProps) {
  const {
    draft,
    etag,
    published,
    report,
    steps = [],
    onSave,
    onPublish,
    lockedBy,
    readOnly = false,
    texts = zhCN,
  } = props
  const isLocked = readOnly || lockedBy !== undefined
  const designer = useDesignerState(draft, steps, isLocked, props.onStepsChange)
  const autosave = useAutosave(designer.form, etag, onSave, !isLocked)
  const review = useImportReview(report)
  const [view, setView] = useState<View>('design')
  const [step, setStep] = useState('')
  const root = useRef<HTMLDivElement>(null)
  const { selection } = designer

  const backToCell = () => {
    const cell = designer.selection.cell
    if (cell) focusCell(cell.row, cell.col)
  }
  const handleKey = (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || isTyping(event.target)) return
    const key = event.key.toLowerCase()
    const action =
      key === 'y' || (key === 'z' && event.shiftKey) ? designer.redo : key === 'z' ? designer.undo : undefined
    if (!action) return
    event.preventDefault()
    action()
    backToCell()
  }
  const handleCopy = (event: ClipboardEvent, isCut: boolean) => {
    if (view !== 'design' || isTyping(event.target) || !copySelection(designer, event.clipboardData, isCut)) return
    event.preventDefault()
  }
  const handlePaste = (event: ClipboardEvent) => {
    if (view !== 'design' || isTyping(event.target)) return
    if (pasteText(designer, event.clipboardData.getData('text/plain'))) event.preventDefault()
  }
  return (
    <TextsContext.Provider value={texts}>
      <ConfigProvider button={{ autoInsertSpace: false }}>
        <DesignerContext.Provider value={designer}>
          {/* biome-ignore lint/a11y/noStaticElementInteractions: keys of the whole designer bubble up to here */}
          <div
            ref={root}
            className="zpd"
            lang={texts.lang}
            onKeyDown={handleKey}
            onCopy={(event) => handleCopy(event, false)}
            onCut={(event) => handleCopy(event, true)}
            onPaste={handlePaste}
          >
            <DesignerBar
              view={view}
              onView={setView}
              autosave={autosave}
              step={step}
              onStep={setStep}
              published={published}
              onBack={props.onBack}
              onImport={isLocked ? undefined : props.onImport}
              onPublish={onPublish && (() => onPublish(designer.form))}
              lockedBy={lockedBy}
            />
            <ImportStrip review={review} />
            <Messages />
            {view === 'design' && (
              <DesignView
                review={review}
                onAddWanted={() => root.current?.querySelector<HTMLElement>('[data-component]')?.focus()}
                onAdded={() => selection.cell && backToCell()}
                onLeave={backToCell}
              />
            )}
            {view === 'json' && <JsonView />}
            {view === 'preview' && (
              <FormPreview step={designer.draft.steps.find((one) => stepId(one) === step)} services={props.services} />
            )}
            <ConflictDialog base={draft} autosave={autosave} />
          </div>
        </DesignerContext.Provider>
      </ConfigProvider>
    </TextsContext.Provider>
  )
}

/** Keys and the clipboard of an input are its own. */
function isTyping(target: EventTarget): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea, [contenteditable=true]') !== null
}
