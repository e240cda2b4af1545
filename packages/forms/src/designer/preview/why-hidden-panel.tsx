import { EyeInvisibleOutlined } from '@ant-design/icons'
import type { AccessMap } from '../../access/access.ts'
import type { FormValues } from '../../schema/form-definition.ts'
import { isBracket, otherJoin } from '../rules/rule.ts'
import { useDesigner } from '../state/use-designer.ts'
import { useTexts } from '../texts.ts'
import { type HidingReason, hiddenFields } from './why-hidden.ts'

/** 为何隐藏: what is not shown in the preview, and what its rule waits for; anew with every value. */
export function WhyHidden({ values, access }: { values: FormValues; access: AccessMap | undefined }) {
  const { form } = useDesigner()
  const words = useTexts().preview
  const hidden = hiddenFields(form, values, access)
  return (
    <aside className="zpd-why" aria-label={words.hidden}>
      <h2>
        <EyeInvisibleOutlined aria-hidden /> {words.hidden} {hidden.length > 0 && <em>{hidden.length}</em>}
      </h2>
      {hidden.length === 0 && <p className="zpd-muted">{words.nothingHidden}</p>}
      <dl aria-live="polite">
        {hidden.map(({ path, title, reasons }) => (
          <div key={path}>
            <dt>{title}</dt>
            {reasons.map((reason, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: reasons have no identity but their place
              <dd key={index}>
                <Reason reason={reason} />
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </aside>
  )
}

function Reason({ reason }: { reason: HidingReason }) {
  const texts = useTexts()
  const words = texts.preview
  if (reason.kind === 'access') return words.byAccess
  const section = reason.section === undefined ? '' : words.bySection(reason.section)
  if (reason.kind === 'always') return `${section}${words.always}`
  if (reason.kind === 'expression') {
    return (
      <>
        {section}
        {words.byRule}
        <code>{reason.expression}</code>
        {reason.reads.map(({ title, value }) => (
          <span key={title} className="zpd-why-now">
            {words.holds(title, value)}
          </span>
        ))}
      </>
    )
  }
  const { rule, conditions } = reason
  const said = new Map(
    conditions.map(({ condition, title, asked }) => [
      condition,
      words.condition(title, texts.rules.tests[condition.test], asked === '' ? '' : `“${asked}”`),
    ]),
  )
  const terms = rule.conditions.map((term) =>
    isBracket(term)
      ? words.bracket(
          words.joined(
            term.bracket.map((one) => said.get(one) ?? ''),
            otherJoin(rule.join),
          ),
        )
      : (said.get(term) ?? ''),
  )
  const sentence = words.joined(terms, rule.join)
  return (
    <>
      {section}
      {rule.action.kind === 'hide' ? words.hiddenWhen(sentence) : `${words.byRule}${sentence}`}
      {[...new Map(conditions.map((one) => [one.condition.field, one])).values()].map(({ condition, title, value }) => (
        <span key={condition.field} className="zpd-why-now">
          {words.holds(title, value)}
        </span>
      ))}
    </>
  )
}
