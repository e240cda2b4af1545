import type { QueryClient } from '@tanstack/react-query'
import { QueryClientProvider } from '@tanstack/react-query'
import { BrowserRouter } from 'react-router'
import { type ApiAccess, ApiProvider } from '../api/api-context.tsx'
import { HostSync } from '../embed/HostSync.tsx'
import type { Host } from '../embed/host.ts'
import { HostProvider } from '../embed/host-context.tsx'
import { LiveChanges } from './LiveChanges.tsx'
import { AppRoutes } from './routes.tsx'

export interface AppProps {
  api: ApiAccess
  queries: QueryClient
  host: Host | undefined
  /** Path of the application's folder without a slash at the end. */
  basename: string
}

/** The whole application inside its providers. */
export function App({ api, queries, host, basename }: AppProps) {
  return (
    <QueryClientProvider client={queries}>
      <ApiProvider value={api}>
        <HostProvider value={host}>
          <BrowserRouter basename={basename}>
            <HostSync />
            <LiveChanges />
            <AppRoutes />
          </BrowserRouter>
        </HostProvider>
      </ApiProvider>
    </QueryClientProvider>
  )
}
