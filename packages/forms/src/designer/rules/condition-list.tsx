import { CloseOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Select } from 'antd'
import { useDesigner } from '../state/use-designer.ts'
import { useTexts } from '../texts.ts'
import { type Condition, isBracket, otherJoin, type Rule, TESTS, type Test, valueKind } from './rule.ts'
import type { ConditionDraft, TermDraft } from './rule-draft.ts'
import type { Subject } from './rules-of.ts'
import { ValueInput } from './value-input.tsx'

interface ConditionListProps {
  /** The word before the first condition: 当, 否则如果. */
  head: string
  conditions: readonly TermDraft[]
  join: Rule['join']
  subjects: Subject[]
  onChange: (changed: { conditions?: readonly TermDraft[]; join?: Rule['join'] }) => void
}

/** Conditions joined by 并且 or 或者, and brackets in which it is the other word. */
export function ConditionList({ head, conditions, join, subjects, onChange }: ConditionListProps) {
  const { readOnly } = useDesigner()
  const words = useTexts().rules
  const put = (index: number, term: TermDraft) =>
    onChange({ conditions: conditions.map((one, at) => (at === index ? term : one)) })
  return (
    <>
      {conditions.map((term, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: conditions have no identity but their place
        <div key={index} className="zpd-rule-line">
          {index === 0 ? (
            <b>{head}</b>
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
              onChange={(next: Rule['join']) => onChange({ join: next })}
            />
          )}
          {isBracket(term) ? (
            <BracketInputs
              bracket={term.bracket}
              join={otherJoin(join)}
              subjects={subjects}
              onChange={(bracket) => put(index, bracket.length > 1 ? { bracket } : (bracket[0] ?? {}))}
            />
          ) : (
            <ConditionInputs condition={term} subjects={subjects} onChange={(next) => put(index, next)} />
          )}
          {conditions.length > 1 && !readOnly && (
            <Button
              size="small"
              type="text"
              icon={<CloseOutlined aria-hidden />}
              aria-label={words.removeCondition}
              onClick={() => onChange({ conditions: conditions.filter((_, at) => at !== index) })}
            />
          )}
        </div>
      ))}
      {!readOnly && (
        <div className="zpd-rule-adds">
          <Button
            size="small"
            type="link"
            icon={<PlusOutlined aria-hidden />}
            onClick={() => onChange({ conditions: [...conditions, {}] })}
          >
            {words.addCondition}
          </Button>
          <Button
            size="small"
            type="link"
            icon={<PlusOutlined aria-hidden />}
            onClick={() => onChange({ conditions: [...conditions, { bracket: [{}, {}] }] })}
          >
            {words.addBracket}
          </Button>
        </div>
      )}
    </>
  )
}

interface BracketInputsProps {
  bracket: readonly ConditionDraft[]
  join: Rule['join']
  subjects: Subject[]
  onChange: (bracket: readonly ConditionDraft[]) => void
}

function BracketInputs({ bracket, join, subjects, onChange }: BracketInputsProps) {
  const { readOnly } = useDesigner()
  const words = useTexts().rules
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a frame and a legend of its own
    <div className="zpd-rule-bracket" role="group" aria-label={words.bracket}>
      {bracket.map((condition, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: conditions have no identity but their place
        <div key={index} className="zpd-rule-line">
          {index > 0 && <b>{words[join]}</b>}
          <ConditionInputs
            condition={condition}
            subjects={subjects}
            onChange={(next) => onChange(bracket.map((one, at) => (at === index ? next : one)))}
          />
          {!readOnly && (
            <Button
              size="small"
              type="text"
              icon={<CloseOutlined aria-hidden />}
              aria-label={words.removeCondition}
              onClick={() => onChange(bracket.filter((_, at) => at !== index))}
            />
          )}
        </div>
      ))}
      {!readOnly && (
        <Button size="small" type="link" icon={<PlusOutlined aria-hidden />} onClick={() => onChange([...bracket, {}])}>
          {words.addCondition}
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
