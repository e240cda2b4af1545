import { readFileSync } from 'node:fs'
import ts from 'typescript'
import { expect, it } from 'vitest'

it('is sent out as ES5 without helpers', () => {
  const source = readFileSync(new URL('./zhupi.ts', import.meta.url), 'utf8')
  const { outputText } = ts.transpileModule(source, {
    compilerOptions: { target: ts.ScriptTarget.ES5, module: ts.ModuleKind.CommonJS, removeComments: true },
  })
  expect(outputText).not.toMatch(/=>|`|\b(?:let|const|class|import)\b|__(?:assign|awaiter|spreadArray|values)/)
})
