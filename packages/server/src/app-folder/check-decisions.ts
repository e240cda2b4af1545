import type { Decision } from '@zhupi/flows'
import { compile } from '@zhupi/forms/feel'
import type { AppFolder, AppIssue } from './app.ts'

/** What is wrong with the decisions of an application: ids that two files have, and FEEL that cannot be read. */
export function checkDecisions(app: AppFolder): AppIssue[] {
  const known = new Set<string>()
  return [...app.decisions.values()].flatMap(({ file, definition }) =>
    definition.flatMap((decision) => {
      const issues = checkExpressions(decision, file)
      if (known.has(decision.id)) {
        const message = `决策“${decision.id}”在两个文件里都有，流程不知道用哪一个。`
        issues.push({ file, path: [decision.id], code: 'DECISION_TWICE', message, severity: 'error' })
      }
      known.add(decision.id)
      return issues
    }),
  )
}

/** Expressions of the decision itself; those that it requires are decisions of the same file. */
export function checkExpressions({ id, steps }: Decision, file: string): AppIssue[] {
  return expressionsOf(steps.at(-1)).flatMap((expression) =>
    compile(expression).issues.map(({ code, message }): AppIssue => {
      return { file, path: [id], code, message: `${message}：${expression}`, severity: 'error' }
    }),
  )
}

function expressionsOf(step: Decision['steps'][number] | undefined): string[] {
  if (!step) return []
  if (step.logic.kind === 'expression') return [step.logic.expression]
  const { inputs, outputs, rules } = step.logic
  return [
    ...inputs.flatMap(({ expression, allowed }) => [expression, allowed?.test ?? []].flat()),
    ...outputs.flatMap(({ order, fallback }) => [...order, fallback ?? []].flat()),
    ...rules.flatMap((rule) => [...rule.tests, ...rule.outputs.map(({ expression }) => expression)]),
  ].filter((expression) => expression !== '')
}
