import { useEffect } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { useMe } from '../api/me.ts'
import { pathOf, targetOf } from '../app/paths.ts'
import { useHost } from './host-context.tsx'

/** Keeps the page around the frame informed: where one is, how many tasks wait; and follows where it leads. */
export function HostSync() {
  const host = useHost()
  const location = useLocation()
  const navigate = useNavigate()
  const todo = useMe().data?.counts.todo

  useEffect(() => {
    const target = targetOf(location)
    if (target) host?.navigated(target)
  }, [host, location])

  useEffect(() => {
    if (todo !== undefined) host?.todoChanged(todo)
  }, [host, todo])

  useEffect(() => host?.onNavigate((target) => navigate(pathOf(target))), [host, navigate])

  useEffect(() => {
    host?.ready()
    if (!host) return
    const observer = new ResizeObserver(() => host.resized(document.documentElement.scrollHeight))
    observer.observe(document.body)
    return () => observer.disconnect()
  }, [host])

  return null
}
