import { existsSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { behaviors } from '../src/engine/behaviors/index.ts'
import { commandTypes } from '../src/engine/commands/index.ts'

const README = readFileSync(new URL('../README.md', import.meta.url), 'utf8')

const words = (cell = '') => [...cell.matchAll(/`([^`]+)`/g)].map(([, word = '']) => word)

/** The rows of the table: what, file, test. */
function rows(): { names: string[]; file: string; test: string }[] {
  const lines = README.split('\n')
  const table = lines.slice(lines.findIndex((line) => line.startsWith('| element or command ')) + 2)
  return table.slice(0, table.indexOf('')).map((line) => {
    const [, what, file, test] = line.split('|')
    return { names: words(what), file: words(file)[0] ?? '', test: words(test)[0] ?? '' }
  })
}

it('has a row with a file and a test for every element and every command', () => {
  expect(
    rows()
      .flatMap(({ names }) => names)
      .sort(),
  ).toEqual([...behaviors.keys(), ...commandTypes].sort())
})

it.each(rows())('says where $names is: $file', ({ file, test }) => {
  expect(existsSync(new URL(`../src/${file}.ts`, import.meta.url)), file).toBe(true)
  expect(existsSync(new URL(`../src/${test}.test.ts`, import.meta.url)), test).toBe(true)
})
