/** The parts of bpmnlint that we use; the package brings no types for them. */
declare module 'bpmnlint/lib/linter.js' {
  export type RuleFactory = (config: unknown) => { check: (node: unknown, reporter: Reporter) => boolean | undefined }

  export interface Reporter {
    report(id: string, message: string, more?: Record<string, unknown>): void
  }

  export interface BpmnlintReport {
    id?: string
    message: string
    category: 'error' | 'warn' | 'info' | 'rule-error'
    [more: string]: unknown
  }

  export default class Linter {
    constructor(options: {
      config: { rules: Record<string, string> }
      resolver: { resolveRule(pkg: string, name: string): RuleFactory | undefined; resolveConfig(): undefined }
    })
    lint(root: unknown): Promise<Record<string, BpmnlintReport[]>>
  }
}

declare module 'bpmnlint/rules/*.js' {
  import type { RuleFactory } from 'bpmnlint/lib/linter.js'

  const rule: RuleFactory
  export default rule
}
