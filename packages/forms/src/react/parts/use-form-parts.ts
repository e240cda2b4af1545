import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { type FormUse, partsOf } from './parts-of.ts'

/**
 * Fetches what a form needs before it is drawn.
 *
 * @returns `ready` how the form may be drawn now: as asked for, or as before while more is fetched; `failed` when something did not come
 */
export function useFormParts({ form, access, readOnly }: FormUse) {
  const wanted = useMemo<FormUse>(() => ({ form, access, readOnly }), [form, access, readOnly])
  const missing = useMemo(() => [...partsOf(wanted)].filter((part) => !part.isThere()), [wanted])
  const [failed, setFailed] = useState<FormUse>()
  const [attempt, setAttempt] = useState(0)
  const [, setArrived] = useState<FormUse>()
  const drawn = useRef<FormUse>()
  const isThere = missing.every((part) => part.isThere())
  if (isThere) drawn.current = wanted
  else if (drawn.current?.form !== form) drawn.current = undefined

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt fetches again
  useEffect(() => {
    if (missing.every((part) => part.isThere())) return
    let isPast = false
    Promise.all(missing.map((part) => part.fetch())).then(
      () => {
        if (!isPast) setArrived(wanted)
      },
      () => {
        if (!isPast) setFailed(wanted)
      },
    )
    return () => {
      isPast = true
    }
  }, [missing, wanted, attempt])

  const retry = useCallback(() => {
    setFailed(undefined)
    setAttempt((before) => before + 1)
  }, [])
  return { ready: drawn.current, failed: !isThere && failed !== undefined, retry }
}
