import { AutoComplete, Input } from 'antd'
import { useEffect, useState } from 'react'
import { compile, expressionText } from '../../feel/index.ts'
import { onForm } from '../document/draft.ts'
import { setRule } from '../document/edits/set-rule.ts'
import { type FormNode, pathId } from '../document/nodes.ts'
import { useDesigner } from '../state/use-designer.ts'
import { useTexts } from '../texts.ts'
import type { RuleKey } from './rule.ts'
import { namesFor, subjectsFor } from './rules-of.ts'

/** An expression as text: titles and keys of fields are completed, what is wrong is said as one types, what is right is in the form. */
export function FeelInput({ node, ruleKey }: { node: FormNode; ruleKey: RuleKey }) {
  const designer = useDesigner()
  const texts = useTexts()
  const written = expressionText(String(node.schema[ruleKey] ?? ''))
  const [text, setText] = useState(written)
  useEffect(() => setText(written), [written])
  const names = namesFor(designer.form, node)
  const issues = compile(text, { names }).issues
  const change = (next: string) => {
    setText(next)
    const isRight = next.trim() !== '' && compile(next, { names }).issues.length === 0
    if (isRight)
      designer.run(onForm(setRule(node.path, ruleKey, `{{ ${next.trim()} }}`)), `feel ${pathId(node.path)} ${ruleKey}`)
  }
  const token = /[\p{L}\p{N}_]+$/u.exec(text)?.[0] ?? ''
  const options =
    token === ''
      ? []
      : subjectsFor(designer.form, node)
          .filter(({ name, title }) => name !== token && (name.includes(token) || title.includes(token)))
          .slice(0, 8)
          .map(({ name, title }) => ({
            value: text.slice(0, text.length - token.length) + name,
            label: title === name ? name : `${title}（${name}）`,
          }))
  return (
    <div className="zpd-feel">
      <AutoComplete
        value={text}
        options={options}
        onChange={change}
        disabled={designer.readOnly}
        popupMatchSelectWidth={false}
      >
        <Input.TextArea
          className="zpd-code"
          autoSize={{ minRows: 1, maxRows: 6 }}
          aria-label={`${texts.rules.places[ruleKey]}：${texts.rules.feelText}`}
          aria-invalid={issues.length > 0 || undefined}
        />
      </AutoComplete>
      {issues.map((issue) => (
        <p key={issue.message} className="zpd-error" role="alert">
          {texts.rules.wrong}
          {issue.message}
        </p>
      ))}
    </div>
  )
}
