import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { loadAccounts } from './accounts.ts'
import { DEMO_WALKS } from './demo-accounts.ts'

it('names accounts as the directory does', async () => {
  const accounts = await loadAccounts(fileURLToPath(new URL('../../zibo-talent-cards', import.meta.url)))
  const steps = DEMO_WALKS.flatMap((walk) => walk.steps)
  expect(steps.map(({ id }) => accounts.find(id)?.name)).toEqual(steps.map(({ name }) => name))
})
