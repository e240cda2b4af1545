import { useEffect, useState } from 'react'

/** The time of now in milliseconds, renewed every half minute while the component is shown. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const handle = setInterval(() => setNow(Date.now()), 30_000)
    return () => clearInterval(handle)
  }, [])
  return now
}
