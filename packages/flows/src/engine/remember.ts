import type { Chosen, Variables } from './command.ts'
import { PROCESS } from './event-sub-processes.ts'
import type { Run } from './run.ts'

/**
 * Takes over what a command brings: only the variables that it names, and the people chosen for later steps.
 *
 * @param at what the command speaks of: its variables are set from there outwards; without it, in the process
 */
export function remember(
  run: Run,
  { variables, chosen }: { variables?: Variables; chosen?: Chosen },
  at: { element: string; activation: number } = { element: '', activation: PROCESS },
): void {
  if (variables) run.setVariables(variables, at.element, at.activation)
  if (chosen && Object.keys(chosen).length > 0) run.emit({ type: 'PeopleChosen', chosen })
}
