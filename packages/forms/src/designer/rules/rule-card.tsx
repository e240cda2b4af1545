import { CheckCircleOutlined, CloseOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Select } from 'antd'
import type { FormNode } from '../document/nodes.ts'
import { useDesigner } from '../state/use-designer.ts'
import { useTexts } from '../texts.ts'
import { type Action, type Condition, type Rule, TESTS, type Test, valueKind } from './rule.ts'
import { kindIn, type Subject, subjectsFor } from './rules-of.ts'
import { tryRule } from './trial.ts'
import { ValueInput } from './value-input.tsx'

/** A rule while it is made: fields and values may still be missing. */
export interface RuleDraft {
  conditions: ReadonlyArray<Partial<Condition>>
  join: Rule['join']
  action: { kind: Action['kind']; value?: Condition['value']; otherwise?: Condition['value'] }
}

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
  const setCondition = (index: number, condition: Partial<Condition>) =>
    onChange({ ...draft, conditions: conditions.map((one, at) => (at === index ? condition : one)) })
  const valueProps = { schema: target.schema, form, disabled: readOnly }
  const title = target.schema.title ?? target.key
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a frame and a legend of its own
    <div className="zpd-rule" role="group" aria-label={`${words.title}：${title}`}>
      {conditions.map((condition, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: conditions have no identity but their place
        <div key={index} className="zpd-rule-line">
          {index === 0 ? (
            <b>{words.when}</b>
          ) : (
            <Select
              size="small"
              variant="borderless"
              value={join}
              disabled={readOnly || index > 1}
              aria-label={`${words.and} / ${words.or}`}
              options={[
                { label: words.and, value: 'and' },
                { label: words.or, value: 'or' },
              ]}
              onChange={(next: Rule['join']) => onChange({ ...draft, join: next })}
            />
          )}
          <ConditionInputs condition={condition} subjects={subjects} onChange={(next) => setCondition(index, next)} />
          {conditions.length > 1 && !readOnly && (
            <Button
              size="small"
              type="text"
              icon={<CloseOutlined aria-hidden />}
              aria-label={words.removeCondition}
              onClick={() => onChange({ ...draft, conditions: conditions.toSpliced(index, 1) })}
            />
          )}
        </div>
      ))}
      {!readOnly && (
        <Button
          size="small"
          type="link"
          icon={<PlusOutlined aria-hidden />}
          onClick={() => onChange({ ...draft, conditions: [...conditions, {}] })}
        >
          {words.addCondition}
        </Button>
      )}
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

interface ConditionInputsProps {
  condition: Partial<Condition>
  subjects: Subject[]
  onChange: (condition: Partial<Condition>) => void
}

function ConditionInputs({ condition, subjects, onChange }: ConditionInputsProps) {
  const { form, readOnly } = useDesigner()
  const words = useTexts().rules
  const subject = subjects.find((one) => one.name === condition.field)
  const tests = subject ? TESTS[valueKind(subject.node.schema)] : []
  const isAsking = condition.test !== 'empty' && condition.test !== 'notEmpty'
  return (
    <>
      <Select
        size="small"
        showSearch
        optionFilterProp="label"
        popupMatchSelectWidth={false}
        placeholder={words.field}
        value={condition.field}
        disabled={readOnly}
        aria-label={words.field}
        options={subjects.map((one) => ({ label: one.title, value: one.name }))}
        onChange={(field: string) => {
          const chosen = subjects.find((one) => one.name === field)
          onChange({ field, test: chosen && TESTS[valueKind(chosen.node.schema)][0] })
        }}
      />
      {subject && (
        <Select
          size="small"
          popupMatchSelectWidth={false}
          value={condition.test}
          disabled={readOnly}
          aria-label={words.test}
          options={tests.map((test) => ({ label: words.tests[test], value: test }))}
          onChange={(test: Test) =>
            onChange(test === 'empty' || test === 'notEmpty' ? { field: subject.name, test } : { ...condition, test })
          }
        />
      )}
      {subject && isAsking && (
        <ValueInput
          schema={subject.node.schema}
          form={form}
          value={condition.value}
          label={words.value}
          disabled={readOnly}
          onChange={(value) => onChange({ ...condition, value })}
        />
      )}
    </>
  )
}

/** The rule, when nothing is missing. */
export function finished({ conditions, join, action }: RuleDraft): Rule | undefined {
  const whole = conditions.filter(
    (one): one is Condition =>
      one.field !== undefined &&
      one.test !== undefined &&
      (one.test === 'empty' || one.test === 'notEmpty' || (one.value !== undefined && one.value !== '')),
  )
  if (whole.length !== conditions.length || whole.length === 0) return undefined
  const { kind, value, otherwise } = action
  if (kind !== 'set') return { conditions: whole, join, action: { kind } }
  if (value === undefined || value === '') return undefined
  const set: Action = { kind, value, ...(otherwise !== undefined && otherwise !== '' && { otherwise }) }
  return { conditions: whole, join, action: set }
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
