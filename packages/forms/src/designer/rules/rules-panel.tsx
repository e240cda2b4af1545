import { PlusOutlined } from '@ant-design/icons'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { isExpression } from '../../feel/index.ts'
import { onForm } from '../document/draft.ts'
import { setRule } from '../document/edits/set-rule.ts'
import { type FormNode, pathId } from '../document/nodes.ts'
import { Panel } from '../properties/panel.tsx'
import { type Designer, useDesigner } from '../state/use-designer.ts'
import { useTexts } from '../texts.ts'
import { FeelInput } from './feel-input.tsx'
import { type Rule, type RuleKey, ruleKey } from './rule.ts'
import { RuleCard } from './rule-card.tsx'
import { finished, type RuleDraft } from './rule-draft.ts'
import { type FieldRuleEntry, kindIn, rulesAbout, subjectsFor } from './rules-of.ts'
import { writeRule } from './write-rule.ts'

/** The rules of a field, and those of others that ask for it, as sentences; what a sentence cannot say is shown as FEEL. */
export function RulesPanel({ node }: { node: FormNode }) {
  const designer = useDesigner()
  const texts = useTexts()
  const [fresh, setFresh] = useState<{ draft: RuleDraft; target: FormNode }>()
  const entries = rulesAbout(designer.form, node)
  const targets = [node, ...subjectsFor(designer.form, node).map((subject) => subject.node)]
  const isTaken = fresh !== undefined && isExpression(fresh.target.schema[ruleKey(fresh.draft.action.kind)])

  const changeFresh = (next: { draft: RuleDraft; target: FormNode }) => {
    const rule = finished(next.draft)
    const key = ruleKey(next.draft.action.kind)
    const isFree = !isExpression(next.target.schema[key])
    if (rule && isFree && write(designer, next.target, key, rule)) setFresh(undefined)
    else setFresh(next)
  }
  return (
    <Panel title={texts.rules.title} count={entries.length}>
      {entries.length === 0 && !fresh && <p className="zpd-muted">{texts.rules.none}</p>}
      {entries.map((entry) => (
        <RuleEntry key={`${pathId(entry.node.path)} ${entry.key}`} entry={entry} />
      ))}
      {fresh && (
        <>
          <div className="zpd-line">
            <span>{texts.rules.target}</span>
            <Select
              size="small"
              showSearch
              optionFilterProp="label"
              value={pathId(fresh.target.path)}
              aria-label={texts.rules.target}
              options={targets.map((one) => ({ label: one.schema.title ?? one.key, value: pathId(one.path) }))}
              onChange={(id: string) => {
                const target = targets.find((one) => pathId(one.path) === id)
                if (target) changeFresh({ ...fresh, target })
              }}
            />
          </div>
          <RuleCard
            target={fresh.target}
            draft={fresh.draft}
            onChange={(draft) => changeFresh({ ...fresh, draft })}
            onRemove={() => setFresh(undefined)}
          />
          {isTaken && <p className="zpd-error">{texts.rules.taken(fresh.target.schema.title ?? fresh.target.key)}</p>}
        </>
      )}
      {!fresh && !designer.readOnly && (
        <Button
          size="small"
          type="link"
          icon={<PlusOutlined aria-hidden />}
          onClick={() => setFresh({ target: node, draft: { conditions: [{}], join: 'and', action: { kind: 'show' } } })}
        >
          {texts.rules.add}
        </Button>
      )}
    </Panel>
  )
}

function RuleEntry({ entry: { node, key, rule } }: { entry: FieldRuleEntry }) {
  const designer = useDesigner()
  const texts = useTexts()
  const [draft, setDraft] = useState<RuleDraft>()
  const [isText, setText] = useState(false)
  const remove = () => designer.run(onForm(setRule(node.path, key, undefined)))
  const title = node.schema.title ?? node.key
  const change = (next: RuleDraft) => {
    const whole = finished(next)
    const target = ruleKey(next.action.kind)
    if (!whole) setDraft(next)
    else if (target === key) {
      setDraft(undefined)
      write(designer, node, key, whole)
    } else if (!isExpression(node.schema[target])) {
      setDraft(undefined)
      remove()
      write(designer, node, target, whole)
    }
  }
  return (
    <div className="zpd-rule-entry">
      {rule ? (
        <RuleCard target={node} draft={draft ?? rule} onChange={change} onRemove={remove} />
      ) : (
        <p className="zpd-muted">{texts.rules.feelOnly(texts.rules.placeOf(title, texts.rules.places[key]))}</p>
      )}
      {rule && (
        <Button size="small" type="link" aria-expanded={isText} onClick={() => setText(!isText)}>
          {texts.rules.feel}
        </Button>
      )}
      {(isText || !rule) && <FeelInput node={node} ruleKey={key} />}
      {!rule && !designer.readOnly && (
        <Button size="small" type="link" onClick={remove}>
          {texts.rules.remove}
        </Button>
      )}
    </div>
  )
}

function write(designer: Designer, node: FormNode, key: RuleKey, rule: Rule): boolean {
  const expression = writeRule(rule, kindIn(designer.form, node))
  return designer.run(onForm(setRule(node.path, key, expression)), `rule ${pathId(node.path)} ${key}`)
}
