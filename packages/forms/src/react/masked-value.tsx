import { EyeOutlined } from '@ant-design/icons'
import { type ReactNode, useState } from 'react'
import { useFormView } from './form-view-context.ts'

interface MaskedValueProps {
  path: string
  label: string
  value: unknown
  children: ReactNode
}

/** A masked value with 显示: the host fetches the whole one and logs who looked. */
export function MaskedValue({ path, label, value, children }: MaskedValueProps) {
  const { services } = useFormView()
  const [shown, setShown] = useState<string>()
  const [state, setState] = useState<'masked' | 'loading' | 'failed'>('masked')
  if (shown !== undefined) return <span className="zp-text">{shown}</span>
  const { reveal } = services
  if (!reveal || typeof value !== 'string' || !value.includes('*')) return children

  async function handleReveal(fetchWhole: NonNullable<typeof reveal>) {
    setState('loading')
    try {
      setShown(await fetchWhole(path))
    } catch {
      setState('failed')
    }
  }

  return (
    <span className="zp-masked">
      {children}
      <button
        type="button"
        className="zp-link"
        onClick={() => handleReveal(reveal)}
        disabled={state === 'loading'}
        aria-label={`显示${label}`}
        title="显示会记入日志"
      >
        <EyeOutlined aria-hidden />
        {state === 'failed' ? '没有取到，再试' : '显示'}
      </button>
    </span>
  )
}
