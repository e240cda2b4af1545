import type { Chosen, Variables } from './command.ts'
import type { Run } from './run.ts'

/** Takes over what a command brings: only the variables that it names, and the people chosen for later steps. */
export function remember(run: Run, { variables, chosen }: { variables?: Variables; chosen?: Chosen }): void {
  if (variables && Object.keys(variables).length > 0) run.emit({ type: 'VariablesSet', variables })
  if (chosen && Object.keys(chosen).length > 0) run.emit({ type: 'PeopleChosen', chosen })
}
