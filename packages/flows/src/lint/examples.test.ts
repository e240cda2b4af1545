import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { lint } from '../index.ts'

const EXAMPLES = fileURLToPath(new URL('../../../../examples', import.meta.url))

const FLOWS = readdirSync(EXAMPLES, { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.bpmn') && !file.includes('node_modules'),
)

it.each(FLOWS)('raises no alarm on %s', async (file) => {
  const issues = await lint(readFileSync(`${EXAMPLES}/${file}`, 'utf8'))
  expect(issues.filter(({ severity }) => severity !== 'info')).toEqual([])
})

it('knows the examples', () => {
  expect(FLOWS.length).toBeGreaterThan(2)
})
