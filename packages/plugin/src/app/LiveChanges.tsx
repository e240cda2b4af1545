import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useApi } from '../api/api-context.tsx'
import { followChanges } from '../api/live.ts'
import { useMe } from '../api/me.ts'

/** Listens to what changes once it is known who asks. Where the stream cannot be had, lists are asked again every half minute. */
export function LiveChanges() {
  const { baseUrl, openEvents } = useApi()
  const queries = useQueryClient()
  const person = useMe().data?.id
  useEffect(() => {
    if (person === undefined) return
    return followChanges(openEvents(`${baseUrl}/events`), queries)
  }, [person, baseUrl, openEvents, queries])
  return null
}
