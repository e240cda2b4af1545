import { expect, it } from 'vitest'
import tokensCss from './tokens.css?raw'
import { zhupiTheme } from './zhupi-theme.ts'

/** The colour of each antd token as the comments of `tokens.css` name it. */
function namedTokens(): Array<[string, string]> {
  return [...tokensCss.matchAll(/--zp-[\w-]+:\s*(#[0-9a-f]{6});\s*\/\*\s*antd:\s*([A-Za-z, ]+)/g)].flatMap(
    ([, colour = '', names = '']) =>
      names
        .split(',')
        .map((name) => name.trim().split(' ')[0] ?? '')
        .filter((name) => name.startsWith('color'))
        .map((name): [string, string] => [name, colour]),
  )
}

it('gives antd the colours that the style sheets use', () => {
  const tokens: Record<string, unknown> = { ...zhupiTheme.token }
  const expected = namedTokens()
  expect(expected.length).toBeGreaterThan(25)
  expect(Object.fromEntries(expected.map(([name]) => [name, tokens[name]]))).toEqual(Object.fromEntries(expected))
})

it('keeps vermilion for decisions: an error is not red', () => {
  expect(zhupiTheme.token?.colorError).not.toBe(/--zp-vermilion:\s*(#\w+)/.exec(tokensCss)?.[1])
})
