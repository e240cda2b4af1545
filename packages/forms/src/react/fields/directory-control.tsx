import { Select } from 'antd'
import { useRef, useState } from 'react'
import { isNamedReference } from '../../components/named-reference.ts'
import type { DirectoryEntry } from '../form-services.ts'
import { useFormView } from '../form-view-context.ts'
import { ariaProps, type ControlProps } from './field-description.ts'
import { useInputAria } from './use-input-aria.ts'

interface DirectoryPickerProps extends ControlProps {
  find: ((text: string) => Promise<DirectoryEntry[]>) | undefined
}

function DirectoryPicker({ find, ...props }: DirectoryPickerProps) {
  useInputAria(props)
  const [found, setFound] = useState<DirectoryEntry[]>([])
  const [state, setState] = useState<'ready' | 'loading' | 'failed'>('ready')
  const latest = useRef(0)
  const chosen = isNamedReference(props.value) ? props.value : undefined
  if (!find) {
    return (
      <input
        {...ariaProps(props)}
        type="text"
        className="zp-input"
        id={props.id}
        value={chosen?.name ?? ''}
        disabled
        title="通讯录没有接通"
      />
    )
  }

  async function search(text: string) {
    if (!find) return
    const turn = ++latest.current
    setState('loading')
    try {
      const entries = await find(text)
      if (turn === latest.current) {
        setFound(entries)
        setState('ready')
      }
    } catch {
      if (turn === latest.current) setState('failed')
    }
  }

  function handleChange(id: string | undefined) {
    const entry = found.find((candidate) => candidate.id === id)
    props.onChange(entry ? { id: entry.id, name: entry.name } : undefined)
  }

  return (
    <Select
      id={props.id}
      value={chosen ? { value: chosen.id, label: chosen.name } : undefined}
      labelInValue
      onChange={(option) => handleChange(option?.value)}
      onFocus={() => search('')}
      onSearch={search}
      onBlur={props.onBlur}
      disabled={props.disabled}
      showSearch
      filterOption={false}
      loading={state === 'loading'}
      notFoundContent={state === 'failed' ? '通讯录没有查到，请稍后再试' : state === 'loading' ? '正在查…' : '没有找到'}
      options={found.map(({ id, name, hint }) => ({ value: id, label: hint ? `${name}（${hint}）` : name }))}
      allowClear={!props.required}
      popupMatchSelectWidth={false}
      placeholder="输入名称查找"
    />
  )
}

/** Looks people up in the directory. */
export function PersonControl(props: ControlProps) {
  return <DirectoryPicker {...props} find={useFormView().services.findPeople} />
}

/** Looks units up in the directory. */
export function UnitControl(props: ControlProps) {
  return <DirectoryPicker {...props} find={useFormView().services.findUnits} />
}
