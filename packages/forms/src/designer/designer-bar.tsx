import {
  CheckCircleOutlined,
  CloudSyncOutlined,
  ExclamationCircleOutlined,
  LeftOutlined,
  LockOutlined,
  RedoOutlined,
  UndoOutlined,
} from '@ant-design/icons'
import { Button, Modal, Popover, Segmented, Select, Tag, Upload } from 'antd'
import { useState } from 'react'
import { diff } from '../schema/diff.ts'
import type { FormDefinition } from '../schema/form-definition.ts'
import type { Issue } from '../schema/issue.ts'
import type { StepAccess } from './document/draft.ts'
import { walkNodes } from './document/nodes.ts'
import { ChangeList } from './save/change-list.tsx'
import type { Autosave } from './save/use-autosave.ts'
import { useDesigner } from './state/use-designer.ts'
import { useTexts } from './texts.ts'

export type View = 'design' | 'preview' | 'json'

interface DesignerBarProps {
  view: View
  onView: (view: View) => void
  autosave: Autosave
  /** `stepId` of the step the preview is for; '' is anyone who fills it in. */
  step: string
  onStep: (step: string) => void
  published: FormDefinition | undefined
  onBack: (() => void) | undefined
  onImport: ((file: File) => void) | undefined
  onPublish: (() => void) | undefined
  lockedBy: string | undefined
}

/** The bar above everything: title, state of saving, undo, views, checks, publishing. */
export function DesignerBar(props: DesignerBarProps) {
  const { view, onView, autosave, step, onStep, published, onBack, onImport, onPublish, lockedBy } = props
  const designer = useDesigner()
  const texts = useTexts()
  const { form } = designer
  const steps = designer.draft.steps
  return (
    <header className="zpd-bar">
      {onBack && <Button type="text" icon={<LeftOutlined aria-hidden />} aria-label={texts.back} onClick={onBack} />}
      <h2>{form.title}</h2>
      <SaveLine autosave={autosave} lockedBy={lockedBy} />
      <span className="zpd-grow" />
      {onImport && (
        <Upload
          accept=".docx,.xlsx"
          showUploadList={false}
          beforeUpload={(file) => {
            onImport(file)
            return false
          }}
        >
          <Button>{texts.import.drop}</Button>
        </Upload>
      )}
      <span className="zpd-pair">
        <Button
          icon={<UndoOutlined aria-hidden />}
          aria-label={texts.undo}
          disabled={!designer.canUndo}
          onClick={designer.undo}
        />
        <Button
          icon={<RedoOutlined aria-hidden />}
          aria-label={texts.redo}
          disabled={!designer.canRedo}
          onClick={designer.redo}
        />
      </span>
      <Segmented<View>
        name="zpd-view"
        value={view}
        aria-label={texts.view}
        options={(['design', 'preview', 'json'] as const).map((value) => ({ label: texts.views[value], value }))}
        onChange={onView}
      />
      {steps.length > 0 && (
        <Select
          className="zpd-as"
          value={step}
          aria-label={texts.preview.as}
          popupMatchSelectWidth={false}
          options={[
            { label: texts.preview.anyone, value: '' },
            ...steps.map((one) => ({ label: one.title, value: stepId(one) })),
          ]}
          onChange={(next) => {
            onStep(next)
            onView('preview')
          }}
        />
      )}
      {published && <Comparison published={published} />}
      <Checks issues={designer.issues} />
      {onPublish && (
        <Button type="primary" disabled={designer.issues.length > 0 || designer.readOnly} onClick={onPublish}>
          {texts.publish}
        </Button>
      )}
    </header>
  )
}

/** A step of a flow in one word. */
export function stepId({ flow, element }: StepAccess): string {
  return `${flow} ${element}`
}

function SaveLine({ autosave, lockedBy }: { autosave: Autosave; lockedBy: string | undefined }) {
  const { readOnly } = useDesigner()
  const texts = useTexts()
  if (lockedBy !== undefined || readOnly) {
    return (
      <Tag icon={<LockOutlined aria-hidden />}>
        {lockedBy === undefined ? texts.saved.readOnly : texts.locked(lockedBy)}
      </Tag>
    )
  }
  if (autosave.state === 'conflict') {
    return (
      <Button
        type="link"
        danger
        icon={<ExclamationCircleOutlined aria-hidden />}
        onClick={() => autosave.putOff(false)}
      >
        {texts.saved.conflict}
      </Button>
    )
  }
  const time = autosave.savedAt === undefined ? '' : new Date(autosave.savedAt).toTimeString().slice(0, 5)
  const said = autosave.state === 'saved' ? texts.saved.saved(time) : texts.saved[autosave.state]
  const Icon = { saving: CloudSyncOutlined, failed: ExclamationCircleOutlined }[autosave.state as 'saving']
  return (
    <output className={`zpd-saved zpd-saved--${autosave.state}`}>
      {Icon ? <Icon aria-hidden /> : <CheckCircleOutlined aria-hidden />} {said}
    </output>
  )
}

function Checks({ issues }: { issues: readonly Issue[] }) {
  const designer = useDesigner()
  const texts = useTexts()
  const unplaced = useUnplaced()
  const list = (
    <ul className="zpd-checks">
      {issues.map((issue) => (
        <li key={`${issue.path.join('/')} ${issue.message}`} className="zpd-error">
          {issue.message}
        </li>
      ))}
      {unplaced.map((node) => (
        <li key={node.join('/')}>
          <button type="button" onClick={() => designer.selectNode(node)}>
            {texts.unplaced(node.at(-1) ?? '')}
          </button>
        </li>
      ))}
      {issues.length + unplaced.length === 0 && <li>{texts.noIssues}</li>}
    </ul>
  )
  const count = issues.length + unplaced.length
  return (
    <Popover trigger="click" placement="bottomRight" content={list} title={texts.check}>
      <Button>
        {texts.check} {count > 0 && <b className="zpd-count">{count}</b>}
      </Button>
    </Popover>
  )
}

/** Fields that the paper has no place for. */
function useUnplaced(): string[][] {
  const { form } = useDesigner()
  if (!form.paper) return []
  const placed = new Set(form.paper.rows.flat().flatMap((cell) => cell.field ?? []))
  return [...walkNodes(form)]
    .filter((node) => node.valuePath !== undefined && node.scope === '' && !placed.has(node.valuePath))
    .map((node) => [...node.path])
}

function Comparison({ published }: { published: FormDefinition }) {
  const { form } = useDesigner()
  const texts = useTexts()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setOpen(true)}>{texts.compareVersion}</Button>
      <Modal open={isOpen} title={texts.diff.title} footer={null} width={640} onCancel={() => setOpen(false)}>
        <ChangeList changes={diff(published, form)} none={texts.diff.none} />
      </Modal>
    </>
  )
}
