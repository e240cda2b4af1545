import { Cascader, Select } from 'antd'
import { divisionOptions } from '../../dictionaries/divisions.ts'
import type { DictionaryEntry, FieldSchema } from '../../schema/form-definition.ts'
import type { ControlProps } from './field-description.ts'
import { useInputAria } from './use-input-aria.ts'

/** A list of the districts below `root`, or steps from the province down. */
export function DivisionControl(props: ControlProps) {
  useInputAria(props)
  const entries = offered(props.schema)
  const common = {
    id: props.id,
    onBlur: props.onBlur,
    disabled: props.disabled,
    allowClear: !props.required,
    placeholder: '请选择',
  }
  if (!entries.some((entry) => entry.children?.length)) {
    return (
      <Select
        {...common}
        value={typeof props.value === 'string' ? props.value : undefined}
        onChange={(value) => props.onChange(value)}
        options={entries}
        popupMatchSelectWidth={false}
      />
    )
  }
  return (
    <Cascader
      {...common}
      value={pathTo(entries, props.value) ?? []}
      onChange={(codes) => props.onChange(codes?.[codes.length - 1])}
      options={entries}
      displayRender={(labels) => labels[labels.length - 1]}
      changeOnSelect
      showSearch
    />
  )
}

function offered(schema: FieldSchema): DictionaryEntry[] {
  const { root, level } = schema['x-component-props'] ?? {}
  const deepest = level === 'province' || level === 'city' ? level : 'county'
  return divisionOptions(typeof root === 'string' ? root : undefined, deepest)
}

/** The values from the root of a tree down to `value`; nothing when the tree does not have it. */
export function pathTo(entries: DictionaryEntry[], value: unknown): string[] | undefined {
  for (const entry of entries) {
    if (entry.value === value) return [entry.value]
    const below = pathTo(entry.children ?? [], value)
    if (below) return [entry.value, ...below]
  }
  return undefined
}
