import { useEffect, useState } from 'react'

/** Phones: everything a leader does has a layout for them. */
export const PHONE = '(max-width: 767px)'

/** Whether a media query holds, followed while it changes. */
export function useMedia(query: string): boolean {
  const [matches, setMatches] = useState(() => window.matchMedia(query).matches)
  useEffect(() => {
    const list = window.matchMedia(query)
    const handleChange = () => setMatches(list.matches)
    handleChange()
    list.addEventListener('change', handleChange)
    return () => list.removeEventListener('change', handleChange)
  }, [query])
  return matches
}
