import { Input } from 'antd'
import { normalizeCode } from '../../components/normalize-code.ts'
import { ariaProps, type ControlProps, type FieldDescription } from './field-description.ts'
import { PlainText } from './plain-text.tsx'
import { textValue, valueOfText } from './text-value.ts'

function CodeControl(props: ControlProps) {
  return (
    <Input
      {...ariaProps(props)}
      id={props.id}
      className="zp-code"
      value={textValue(props.value)}
      onChange={(event) => props.onChange(valueOfText(normalizeCode(event.target.value)))}
      onBlur={props.onBlur}
      disabled={props.disabled}
      autoComplete="off"
      autoCapitalize="characters"
      spellCheck={false}
    />
  )
}

/** 公民身份号码 or a passport number; what is wrong with it is said by its format. */
export const residentId: FieldDescription = {
  name: 'ResidentId',
  shape: 'inline',
  Edit: CodeControl,
  Read: PlainText,
}

/** 统一社会信用代码. */
export const creditCode: FieldDescription = {
  name: 'CreditCode',
  shape: 'inline',
  Edit: CodeControl,
  Read: PlainText,
}
