import { ArrowDownOutlined, ArrowUpOutlined, CloseOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Input } from 'antd'
import { useTexts } from '../texts.ts'
import type { Choice } from './property-values.ts'

/** The choices of a field, one input each. A new choice stands for itself; the value of an old one stays when it is reworded. */
export function Choices({ value = [], onChange }: { value?: Choice[]; onChange?: (choices: Choice[]) => void }) {
  const texts = useTexts()
  const change = (next: Choice[]) => onChange?.(next)
  const reword = (index: number, label: string) =>
    change(
      value.map((item, at) => (at === index ? { label, value: item.value === item.label ? label : item.value } : item)),
    )
  const move = (index: number, by: number) => {
    const item = value[index]
    if (item && value[index + by]) change(value.toSpliced(index, 1).toSpliced(index + by, 0, item))
  }
  return (
    <ul className="zpd-choices">
      {value.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a choice has no identity while it is reworded
        <li key={index}>
          <Input
            size="small"
            value={item.label}
            aria-label={texts.properties.choice(index + 1)}
            onChange={(event) => reword(index, event.target.value)}
            onKeyDown={(event) => {
              const by = event.altKey ? { ArrowUp: -1, ArrowDown: 1 }[event.key] : undefined
              if (by) move(index, by)
            }}
          />
          <Button
            size="small"
            type="text"
            icon={<ArrowUpOutlined aria-hidden />}
            disabled={index === 0}
            aria-label={`${texts.properties.moveUp} ${item.label}`}
            onClick={() => move(index, -1)}
          />
          <Button
            size="small"
            type="text"
            icon={<ArrowDownOutlined aria-hidden />}
            disabled={index === value.length - 1}
            aria-label={`${texts.properties.moveDown} ${item.label}`}
            onClick={() => move(index, 1)}
          />
          <Button
            size="small"
            type="text"
            icon={<CloseOutlined aria-hidden />}
            disabled={value.length === 1}
            aria-label={texts.properties.removeChoice(item.label)}
            onClick={() => change(value.toSpliced(index, 1))}
          />
        </li>
      ))}
      <li>
        <Button
          size="small"
          type="link"
          icon={<PlusOutlined aria-hidden />}
          onClick={() => change([...value, freshChoice(value)])}
        >
          {texts.properties.addChoice}
        </Button>
      </li>
    </ul>
  )
}

function freshChoice(choices: readonly Choice[]): Choice {
  for (let number = choices.length + 1; ; number++) {
    const label = `选项${number}`
    if (!choices.some((item) => item.label === label || item.value === label)) return { label, value: label }
  }
}
