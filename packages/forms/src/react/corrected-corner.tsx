import { Popover } from 'antd'
import type { FieldSchema } from '../schema/form-definition.ts'
import { displayValue } from '../values/display-value.ts'
import type { Correction } from './form-highlights.ts'
import { useFormView } from './form-view-context.ts'

/** The ochre corner of a corrected field; opened, it shows the value before and after. */
export function CorrectedCorner({ schema, correction }: { schema: FieldSchema; correction: Correction }) {
  const { definition, layout } = useFormView()
  const show = (value: unknown) => displayValue(schema, value, definition) || '（空）'
  return (
    <Popover
      trigger="click"
      placement="topRight"
      content={
        <dl className="zp-correction">
          <dt>补正前</dt>
          <dd>{show(correction.before)}</dd>
          <dt>补正后</dt>
          <dd>{show(correction.after)}</dd>
          <dt>时间</dt>
          <dd>{new Date(correction.at).toLocaleString('zh-CN', { dateStyle: 'long', timeStyle: 'short' })}</dd>
        </dl>
      }
    >
      <button type="button" className="zp-corner" aria-label={`${schema.title ?? ''}已补正，看前后对照`}>
        {layout === 'stack' && '已补正'}
      </button>
    </Popover>
  )
}
