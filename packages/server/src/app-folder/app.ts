import type { Decision, ProcessDefinition } from '@zhupi/flows'
import type { FormDefinition } from '@zhupi/forms'
import type { MatterDefinition } from '../features/matters/matter-definition.ts'
import type { RegisterDefinition } from '../features/registers/register-definition.ts'
import type { Person, Unit } from '../ports/directory/directory.ts'
import type { AppDefinition } from './app-definition.ts'

/** A definition and the file it was read from, relative to the folder with `/` between: `forms/leave.form.json`. */
export interface Sourced<T> {
  file: string
  /** The file's text, as it is stored for running cases. */
  source: string
  definition: T
}

/** A diagram: the process that a matter runs, and the others that are drawn beside it. */
export interface SourcedFlow extends Sourced<ProcessDefinition> {
  others?: readonly ProcessDefinition[]
}

export function processesIn({ definition, others = [] }: SourcedFlow): readonly ProcessDefinition[] {
  return [definition, ...others]
}

/** An application folder, read whole. A file that could not be read is missing here and an issue. */
export interface AppFolder {
  definition: AppDefinition | undefined
  forms: ReadonlyMap<string, Sourced<FormDefinition>>
  flows: ReadonlyMap<string, SourcedFlow>
  /** Files of decisions, which flows name by the decisions' ids. */
  decisions: ReadonlyMap<string, Sourced<readonly Decision[]>>
  matters: ReadonlyMap<string, Sourced<MatterDefinition>>
  registers: ReadonlyMap<string, Sourced<RegisterDefinition>>
  units: readonly Unit[]
  people: readonly Person[]
}

/** Something wrong with an application folder. */
export interface AppIssue {
  file: string
  /** Place in the file: keys of JSON, or the id of a diagram's element and what of it. */
  path: Array<string | number>
  code: string
  /** One sentence in Chinese: what, which, what to do. */
  message: string
  /** A warning does not keep the application from running. */
  severity: 'error' | 'warning'
}
