import { expect, it } from 'vitest'
import { errorDocument } from './error-document.ts'

it('says of every code what it means and what to do', () => {
  const rows = errorDocument()
    .split('\n')
    .filter((line) => line.startsWith('| `'))
  expect(rows.length).toBeGreaterThan(60)
  for (const row of rows) expect(row).toMatch(/^\| `[A-Z_]+` \| [45]\d\d \| [^|]+。 \| [^|]+\. \|$/)
})
