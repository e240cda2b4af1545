import { createContext, useContext } from 'react'
import type { Api } from './client.ts'
import type { EventStream } from './live.ts'

export interface ApiAccess {
  api: Api
  /** Where the API answers, for links and pictures that the browser fetches itself. */
  baseUrl: string
  /** Listens to what changes. */
  openEvents(url: string): EventStream
}

const ApiContext = createContext<ApiAccess | undefined>(undefined)

export const ApiProvider = ApiContext.Provider

export function useApi(): ApiAccess {
  const access = useContext(ApiContext)
  if (!access) throw new Error('A part of Zhupi stands outside ApiProvider')
  return access
}
