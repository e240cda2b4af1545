import { QueryClient } from '@tanstack/react-query'
import { ApiProblem } from './problem.ts'

/** How often a question is asked again by itself before a person is told. */
export const RETRIES = 2

/** Questions are repeated when the network or the server failed; changes never are. */
export function createQueryClient(retryDelayMs = 800): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        retry: (count, error) => count < RETRIES && (!(error instanceof ApiProblem) || error.transient),
        retryDelay: (count) => retryDelayMs * 2 ** count,
        networkMode: 'always',
        staleTime: 10_000,
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  })
}
