import { InputNumber } from 'antd'
import { moneyInWords } from '../../components/money-in-words.ts'
import { ariaProps, type ControlProps } from './field-description.ts'

/** An amount with separators, and 大写 below. */
export function MoneyControl(props: ControlProps) {
  const amount = typeof props.value === 'number' ? props.value : undefined
  const inWords = props.schema['x-component-props']?.words !== false
  return (
    <div className="zp-money">
      <InputNumber
        {...ariaProps(props)}
        id={props.id}
        value={amount ?? null}
        onChange={(value) => props.onChange(value ?? undefined)}
        onBlur={props.onBlur}
        disabled={props.disabled}
        formatter={(value) => `${value ?? ''}`.replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ',')}
        parser={(text) => Number((text ?? '').normalize('NFKC').replace(/[^\d.-]/g, ''))}
        suffix="元"
        controls={false}
        inputMode="decimal"
      />
      {inWords && amount !== undefined && Math.abs(amount) < 1e13 && (
        <span className="zp-hint">{moneyInWords(amount)}</span>
      )}
    </div>
  )
}
