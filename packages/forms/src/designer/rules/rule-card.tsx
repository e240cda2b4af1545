import { CheckCircleOutlined, CloseOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Select } from 'antd'
import type { FormNode } from '../document/nodes.ts'
import { useDesigner } from '../state/use-designer.ts'
import { useTexts } from '../texts.ts'
import { ConditionList } from './condition-list.tsx'
import type { Action, Rule } from './rule.ts'
import { type BranchDraft, finished, type RuleDraft } from './rule-draft.ts'
import { kindIn, type Subject, subjectsFor } from './rules-of.ts'
import { tryRule } from './trial.ts'
import { ValueInput } from './value-input.tsx'

interface RuleCardProps {
  /** The field the rule is about. */
  target: FormNode
  draft: RuleDraft
  onChange: (draft: RuleDraft) => void
  onRemove: () => void
}

/** A rule as a sentence: 当 … 就 … 否则 …, with what it gives when tried. */
export function RuleCard({ target, draft, onChange, onRemove }: RuleCardProps) {
  const designer = useDesigner()
  const texts = useTexts()
  const words = texts.rules
  const { form, readOnly } = designer
  const subjects = subjectsFor(form, target)
  const { conditions, join, action } = draft
  const others = action.kind === 'set' ? (action.others ?? []) : []
  const setOthers = (next: readonly BranchDraft[]) => onChange({ ...draft, action: { ...action, others: next } })
  const valueProps = { schema: target.schema, form, disabled: readOnly }
  const title = target.schema.title ?? target.key
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a frame and a legend of its own
    <div className="zpd-rule" role="group" aria-label={`${words.title}：${title}`}>
      <ConditionList
        head={words.when}
        conditions={conditions}
        join={join}
        subjects={subjects}
        onChange={(next) => onChange({ ...draft, ...next })}
      />
      <div className="zpd-rule-line">
        <b>{words.effect}</b>
        <Select
          size="small"
          value={action.kind}
          disabled={readOnly}
          aria-label={words.action}
          options={Object.entries(words.actions).map(([value, label]) => ({ label, value }))}
          onChange={(kind: Action['kind']) =>
            onChange({ ...draft, action: kind === 'set' ? { ...action, kind } : { kind } })
          }
        />
        <span className="zpd-pill">{title}</span>
        {action.kind === 'set' && (
          <ValueInput
            {...valueProps}
            value={action.value}
            label={words.value}
            onChange={(value) => onChange({ ...draft, action: { ...action, value } })}
          />
        )}
      </div>
      {others.map((branch, index) => {
        const put = (next: BranchDraft) => setOthers(others.map((one, at) => (at === index ? next : one)))
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: branches have no identity but their place
          <div key={index} className="zpd-rule-branch">
            <ConditionList
              head={words.elseIf}
              conditions={branch.conditions}
              join={branch.join}
              subjects={subjects}
              onChange={(next) => put({ ...branch, ...next })}
            />
            <div className="zpd-rule-line">
              <b>{words.sets}</b>
              <ValueInput
                {...valueProps}
                value={branch.value}
                label={words.value}
                onChange={(value) => put({ ...branch, value })}
              />
              {!readOnly && (
                <Button
                  size="small"
                  type="text"
                  icon={<CloseOutlined aria-hidden />}
                  aria-label={words.removeElseIf}
                  onClick={() => setOthers(others.filter((_, at) => at !== index))}
                />
              )}
            </div>
          </div>
        )
      })}
      {action.kind === 'set' && !readOnly && (
        <Button
          size="small"
          type="link"
          icon={<PlusOutlined aria-hidden />}
          onClick={() => setOthers([...others, { conditions: [{}], join: 'and' }])}
        >
          {words.addElseIf}
        </Button>
      )}
      {action.kind === 'set' && (
        <div className="zpd-rule-line">
          <b>{words.otherwise}</b>
          <ValueInput
            {...valueProps}
            value={action.otherwise}
            label={words.otherwise}
            onChange={(otherwise) => onChange({ ...draft, action: { ...action, otherwise } })}
          />
        </div>
      )}
      <TrialLine target={target} draft={draft} subjects={subjects} />
      {!readOnly && (
        <Button size="small" type="link" onClick={onRemove}>
          {words.remove}
        </Button>
      )}
    </div>
  )
}

function TrialLine({ target, draft, subjects }: { target: FormNode; draft: RuleDraft; subjects: Subject[] }) {
  const { form } = useDesigner()
  const words = useTexts().rules
  const rule = finished(draft)
  if (!rule) return <p className="zpd-muted">{words.unfinished}</p>
  const { given, result } = tryRule(rule, kindIn(form, target))
  const titles = new Map(subjects.map((subject) => [subject.name, subject.title]))
  const said = given.map(
    ([name, value]) => `${titles.get(name) ?? name}${value === null ? words.tests.empty : `“${value}”`}`,
  )
  return (
    <p className="zpd-trial">
      <CheckCircleOutlined aria-hidden /> {words.trialResult(said.join('、'), outcome(rule, result, words))}
    </p>
  )
}

function outcome(rule: Rule, result: unknown, words: ReturnType<typeof useTexts>['rules']): string {
  const { kind } = rule.action
  if (kind === 'set') return result === null ? words.nothing : words.gets(String(result))
  const isOn = kind === 'hide' ? result === false : result === true
  return words.outcome[kind][isOn ? 0 : 1] ?? ''
}
