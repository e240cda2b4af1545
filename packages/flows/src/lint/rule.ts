import type { Text } from '../text.ts'
import type { Diagram } from './diagram.ts'

/**
 * `error`: a case will stop, go wrong or not start. `warning`: it runs, and most likely not as meant. `info`: worth knowing.
 */
export type Severity = 'error' | 'warning' | 'info'

/** One thing that an administrator should look at. */
export interface LintIssue {
  /** The rule that speaks, such as `no-people`. */
  rule: string
  /** The element or sequence flow; empty when it is about the file as a whole. */
  elementId: string
  severity: Severity
  /** What is wrong. */
  message: Text
  /** How to mend it. */
  help: Text
  /** What of the element, outermost first: `['zhupi:fields', '企业类型']`. */
  path?: (string | number)[]
}

/** What only the host knows. Whatever is left out, the rules that need it keep silent about. */
export interface LintOptions {
  /** Which process of the diagram, as in `parse`. */
  processId?: string
  /** Names that expressions may read: the form's field keys, with `table.column` for paths. */
  names?: readonly string[]
  /** Names that an expression reads, dotted where they are paths; undefined when it cannot be read. Taken without `{{ }}`. */
  namesOf?: (expression: string) => readonly string[] | undefined
  /** What is wrong with an expression as FEEL, undefined when nothing is. Taken without `{{ }}`. */
  faultOf?: (expression: string) => string | undefined
  /** The form's field keys, `subTable.column` included. */
  fields?: readonly string[]
  /** Those of them that are 意见栏. */
  opinionFields?: readonly string[]
  /** Types of service that the host carries out. */
  services?: readonly string[]
}

export interface Finding {
  message: Text
  help: Text
  path?: (string | number)[]
  /** Where it is not the rule's own. */
  severity?: Severity
}

export type Report = (elementId: string, finding: Finding) => unknown

/** One rule, in one file: what it is called, how much it matters, and what it looks for in a diagram. */
export interface Rule {
  name: string
  severity: Severity
  check(diagram: Diagram, report: Report, options: LintOptions): void
}

/** How an element is called in a message: its name in quotes, else its id. */
export function nameOf({ id, name }: { id: string; name?: string }): string {
  return name ? `“${name}”` : `“${id}”`
}
