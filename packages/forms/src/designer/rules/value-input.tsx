import { Input, InputNumber, Select } from 'antd'
import { fieldOptions } from '../../components/options.ts'
import type { FieldSchema, FormDefinition } from '../../schema/form-definition.ts'
import { useTexts } from '../texts.ts'
import { type RuleValue, valueKind } from './rule.ts'

interface ValueInputProps {
  schema: FieldSchema
  form: FormDefinition
  value: RuleValue | undefined
  label: string
  disabled: boolean
  onChange: (value: RuleValue | undefined) => void
}

/** A value of a field within a rule: one of its choices, a number, yes or no, or text. */
export function ValueInput({ schema, form, value, label, disabled, onChange }: ValueInputProps) {
  const texts = useTexts()
  const kind = valueKind(schema)
  const options =
    kind === 'boolean'
      ? [
          { label: texts.rules.yes, value: 'true' },
          { label: texts.rules.no, value: 'false' },
        ]
      : fieldOptions(schema, form)?.map((option) => ({ label: option.label, value: String(option.value) }))
  const common = { size: 'small', disabled, 'aria-label': label } as const
  if (options && options.length > 0) {
    const own = fieldOptions(schema, form)
    return (
      <Select
        {...common}
        showSearch
        optionFilterProp="label"
        popupMatchSelectWidth={false}
        placeholder={texts.rules.value}
        value={value === undefined ? undefined : String(value)}
        options={options}
        onChange={(chosen: string) =>
          onChange(
            kind === 'boolean' ? chosen === 'true' : own?.find((option) => String(option.value) === chosen)?.value,
          )
        }
      />
    )
  }
  if (kind === 'number') {
    return (
      <InputNumber
        {...common}
        value={typeof value === 'number' ? value : null}
        placeholder={texts.rules.value}
        onChange={(next) => onChange(next ?? undefined)}
      />
    )
  }
  return (
    <Input
      {...common}
      value={value === undefined ? '' : String(value)}
      placeholder={texts.rules.value}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}
