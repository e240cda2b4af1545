import { CloseOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { FORMATS } from '../../formats/formats.ts'
import { isRefused } from '../../paper/edit/index.ts'
import { checkForm } from '../../schema/check-form.ts'
import { onForm } from '../document/draft.ts'
import { setProperties } from '../document/edits/set-properties.ts'
import { type FormNode, pathId } from '../document/nodes.ts'
import { useDesigner } from '../state/use-designer.ts'
import { useTexts } from '../texts.ts'
import { type CheckKind, checkFault, checksOf, type FieldCheck, validatorsOf } from './field-checks.ts'
import { Panel } from './panel.tsx'

const KINDS: readonly CheckKind[] = ['format', 'pattern', 'rule']

/** The checks of a field beyond its type: a format, a pattern, an expression, each with its own words where it fails. */
export function ChecksPanel({ node }: { node: FormNode }) {
  const designer = useDesigner()
  const words = useTexts().properties
  const stored = checksOf(node.schema)
  const [draft, setDraft] = useState<FieldCheck[]>()
  const checks = draft ?? stored
  const isText = (node.schema.type ?? 'string') === 'string'
  const kinds = isText ? KINDS : KINDS.filter((kind) => kind === 'rule')

  /** Whole and right checks are in the form at once; what is unfinished or wrong waits here. */
  function change(next: FieldCheck[]) {
    const isWhole = next.every((one) => one.asked.trim() !== '' && faultOf(one) === undefined)
    const edit = setProperties(node.path, { 'x-validator': validatorsOf(next) })
    const isDone = isWhole && designer.run(onForm(edit), `checks ${pathId(node.path)}`)
    setDraft(isDone ? undefined : next)
  }

  /** What is wrong with a check, names in its expression included. */
  function faultOf(one: FieldCheck): string | undefined {
    const own = checkFault(one)
    if (own !== undefined || one.kind !== 'rule' || one.asked.trim() === '') return own
    const tried = setProperties(node.path, { 'x-validator': validatorsOf([one]) })(designer.form)
    if (isRefused(tried)) return undefined
    return checkForm(tried).find(({ path }) => path.includes('x-validator'))?.message
  }

  return (
    <Panel title={words.checks} count={stored.length}>
      {checks.length === 0 && <p className="zpd-muted">{words.noChecks}</p>}
      {checks.map((one, index) => (
        <CheckLine
          // biome-ignore lint/suspicious/noArrayIndexKey: checks have no identity but their place
          key={index}
          number={index + 1}
          check={one}
          kinds={kinds}
          fault={faultOf(one)}
          onChange={(changed) => change(checks.map((old, at) => (at === index ? changed : old)))}
          onRemove={() => change(checks.filter((_, at) => at !== index))}
        />
      ))}
      {!designer.readOnly && (
        <Button
          size="small"
          type="link"
          icon={<PlusOutlined aria-hidden />}
          onClick={() => setDraft([...checks, { kind: kinds[0] ?? 'rule', asked: '', message: '' }])}
        >
          {words.addCheck}
        </Button>
      )}
    </Panel>
  )
}

interface CheckLineProps {
  /** From 1. */
  number: number
  check: FieldCheck
  kinds: readonly CheckKind[]
  fault: string | undefined
  onChange: (check: FieldCheck) => void
  onRemove: () => void
}

function CheckLine({ number, check, kinds, fault, onChange, onRemove }: CheckLineProps) {
  const { readOnly } = useDesigner()
  const words = useTexts().properties
  const { kind, asked, message } = check
  const label = { format: words.format, pattern: words.checkPattern, rule: words.checkRule }[kind]
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a frame and a legend of its own
    <div className="zpd-check" role="group" aria-label={`${words.checks} ${number}`}>
      <Select<CheckKind>
        size="small"
        value={kind}
        disabled={readOnly}
        aria-label={words.checkKind}
        options={kinds.map((value) => ({ label: words.checkKinds[value], value }))}
        onChange={(next) => onChange({ kind: next, asked: '', message })}
      />
      {kind === 'format' ? (
        <Select
          size="small"
          value={asked || undefined}
          disabled={readOnly}
          aria-label={label}
          placeholder={label}
          options={FORMATS.map(({ name, title }) => ({ label: title, value: name }))}
          onChange={(next: string) => onChange({ ...check, asked: next })}
        />
      ) : (
        <Input
          size="small"
          className="zpd-code"
          value={asked}
          disabled={readOnly}
          aria-label={label}
          aria-invalid={fault !== undefined || undefined}
          placeholder={kind === 'pattern' ? '^\\d{6}$' : undefined}
          onChange={(event) => onChange({ ...check, asked: event.target.value })}
        />
      )}
      {!readOnly && (
        <Button
          size="small"
          type="text"
          icon={<CloseOutlined aria-hidden />}
          aria-label={words.removeCheck(number)}
          onClick={onRemove}
        />
      )}
      <Input
        size="small"
        className="zpd-check-message"
        value={message}
        disabled={readOnly}
        aria-label={words.checkMessage}
        placeholder={words.checkMessage}
        onChange={(event) => onChange({ ...check, message: event.target.value })}
      />
      {fault !== undefined && (
        <p className="zpd-error" role="status">
          {fault}
        </p>
      )}
      {fault === undefined && asked.trim() === '' && <p className="zpd-muted">{words.checkUnfinished}</p>}
    </div>
  )
}
