import { type LintIssue, type LintOptions, lint } from '@zhupi/flows'
import { compile } from '@zhupi/forms/feel'
import type { AppIssue } from './app.ts'

/**
 * What lint says of a flow, as issues of its file; hints are left to the designer.
 *
 * @param options what is known of the form and the services; FEEL is known here
 */
export async function lintFlow(
  { file, source }: { file: string; source: string },
  options: LintOptions = {},
): Promise<AppIssue[]> {
  const issues = await lint(source, {
    ...options,
    namesOf: (expression) => {
      const { issues, paths } = compile(expression)
      return issues.length > 0 ? undefined : paths
    },
    faultOf: (expression) => compile(expression).issues[0]?.message,
  })
  return issues.flatMap((issue) => toAppIssue(file, issue))
}

/** The rule is the code: `no-people` is `NO_PEOPLE`. */
function toAppIssue(file: string, { rule, elementId, severity, message, help, path = [] }: LintIssue): AppIssue[] {
  if (severity === 'info') return []
  const code = rule.toUpperCase().replaceAll('-', '_')
  return [{ file, path: elementId === '' ? path : [elementId, ...path], code, message: message.zh + help.zh, severity }]
}
