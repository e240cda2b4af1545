import { useEffect, useRef } from 'react'
import { useFormView } from '../../form-view-context.ts'
import { pathKey } from '../../path-key.ts'
import type { ValuePath } from '../field-description.ts'

/** Lets the form ask for a row that is not drawn now. */
export function useReveal(path: ValuePath, reveal: (index: number) => void): void {
  const { revealers } = useFormView()
  const latest = useRef(reveal)
  latest.current = reveal
  const key = pathKey(path)
  const depth = path.length
  useEffect(() => {
    revealers.set(key, (target) => {
      const index = Number(target[depth])
      if (Number.isInteger(index)) latest.current(index)
    })
    return () => {
      revealers.delete(key)
    }
  }, [revealers, key, depth])
}
