import { CheckCircleOutlined, CloseOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Select } from 'antd'
import type { FormNode } from '../document/nodes.ts'
import { useDesigner } from '../state/use-designer.ts'
import { useTexts } from '../texts.ts'
import {
  type Action,
  type Branch,
  type Condition,
  isBracket,
  otherJoin,
  type Rule,
  type RuleValue,
  TESTS,
  type Term,
  type Test,
  valueKind,
} from './rule.ts'
import { kindIn, type Subject, subjectsFor } from './rules-of.ts'
import { tryRule } from './trial.ts'
import { ValueInput } from './value-input.tsx'

type ConditionDraft = Partial<Condition>
type TermDraft = ConditionDraft | { bracket: readonly ConditionDraft[] }

/** A rule while it is made: fields and values may still be missing. */
export interface RuleDraft {
  conditions: readonly TermDraft[]
  join: Rule['join']
  action: {
    kind: Action['kind']
    value?: Condition['value']
    others?: readonly BranchDraft[]
    otherwise?: Condition['value']
  }
}

/** 否则如果 while it is made. */
export interface BranchDraft {
  conditions: readonly TermDraft[]
  join: Rule['join']
  value?: Condition['value']
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

interface ConditionListProps {
  /** The word before the first condition: 当, 否则如果. */
  head: string
  conditions: readonly TermDraft[]
  join: Rule['join']
  subjects: Subject[]
  onChange: (changed: { conditions?: readonly TermDraft[]; join?: Rule['join'] }) => void
}

/** Conditions joined by 并且 or 或者, and brackets in which it is the other word. */
function ConditionList({ head, conditions, join, subjects, onChange }: ConditionListProps) {
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

/** The rule, when nothing is missing. */
export function finished({ action, ...draft }: RuleDraft): Rule | undefined {
  const said = wholeTerms(draft)
  if (!said) return undefined
  const { kind, value, others = [], otherwise } = action
  if (kind !== 'set') return { ...said, action: { kind } }
  const branches = others.map(finishedBranch)
  if (!isGiven(value) || !branches.every((branch) => branch !== undefined)) return undefined
  const set: Action = {
    kind,
    value,
    ...(branches.length > 0 && { others: branches }),
    ...(isGiven(otherwise) && { otherwise }),
  }
  return { ...said, action: set }
}

function finishedBranch({ value, ...draft }: BranchDraft): Branch | undefined {
  const said = wholeTerms(draft)
  return said && isGiven(value) ? { ...said, value } : undefined
}

/** What is joined, when there is something and nothing is missing of any. A bracket alone needs no bracket. */
function wholeTerms({ conditions, join }: Pick<RuleDraft, 'conditions' | 'join'>): Omit<Branch, 'value'> | undefined {
  const [only, more] = conditions
  if (only && isBracket(only) && !more) return wholeTerms({ conditions: only.bracket, join: otherJoin(join) })
  const isWhole = (term: TermDraft): term is Term =>
    isBracket(term) ? term.bracket.every(isWholeOne) : isWholeOne(term)
  return conditions.length > 0 && conditions.every(isWhole) ? { conditions, join } : undefined
}

function isWholeOne({ field, test, value }: ConditionDraft): boolean {
  return field !== undefined && test !== undefined && (test === 'empty' || test === 'notEmpty' || isGiven(value))
}

function isGiven(value: Condition['value']): value is RuleValue {
  return value !== undefined && value !== ''
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
