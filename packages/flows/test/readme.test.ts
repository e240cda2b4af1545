import { existsSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { behaviors } from '../src/engine/behaviors/index.ts'
import { commandTypes } from '../src/engine/commands/index.ts'

const README = readFileSync(new URL('../README.md', import.meta.url), 'utf8')

/** The rows of the table under this head: what, file, test. */
function rowsUnder(head: string): { names: string[]; file: string; test: string }[] {
  const lines = README.split('\n')
  const from = lines.findIndex((line) => line.startsWith(`| ${head} `) && line.includes('(`engine/'))
  const table = lines.slice(from + 2)
  const words = (cell = '') => [...cell.matchAll(/`([^`]+)`/g)].map(([, word = '']) => word)
  return table.slice(0, table.indexOf('')).map((line) => {
    const [, what, file, test] = line.split('|')
    return { names: words(what), file: words(file)[0] ?? '', test: words(test)[0] ?? '' }
  })
}

it.each([
  ['element', 'engine/behaviors', [...behaviors.keys()]],
  ['command', 'engine/commands', commandTypes],
])('has a row with a file and a test for every %s', (head, folder, all) => {
  const rows = rowsUnder(head)
  expect(rows.flatMap(({ names }) => names).sort()).toEqual([...all].sort())
  for (const { file, test } of rows) {
    expect(existsSync(new URL(`../src/${folder}/${file}.ts`, import.meta.url)), file).toBe(true)
    expect(existsSync(new URL(`../src/${test}.test.ts`, import.meta.url)), test).toBe(true)
  }
})
