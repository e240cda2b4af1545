import { createContext, useContext } from 'react'
import type { Host } from './host.ts'

const HostContext = createContext<Host | undefined>(undefined)

export const HostProvider = HostContext.Provider

/** The page around the frame; undefined when the application stands by itself. */
export function useHost(): Host | undefined {
  return useContext(HostContext)
}
