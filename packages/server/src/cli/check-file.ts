import { basename, dirname } from 'node:path'
import type { AppIssue } from '../app-folder/app.ts'
import { checkExpressions } from '../app-folder/check-decisions.ts'
import { lintFlow } from '../app-folder/lint-flow.ts'
import { createReader } from '../app-folder/read-app.ts'
import { MatterDefinition } from '../features/matters/matter-definition.ts'
import { RegisterDefinition } from '../features/registers/register-definition.ts'
import { CommandFailure } from './command-failure.ts'

/**
 * Everything wrong with one file by itself; what it demands of others is known in its application only.
 *
 * @throws CommandFailure when the name tells no kind of definition
 */
export async function checkFile(path: string): Promise<AppIssue[]> {
  const reader = createReader(dirname(path))
  const name = basename(path)
  if (name.endsWith('.form.json')) await reader.form(name)
  else if (name.endsWith('.bpmn') || name.endsWith('.bpmn20.xml')) {
    const flow = await reader.flow(name)
    if (flow) reader.issues.push(...(await lintFlow(flow)))
  } else if (name.endsWith('.dmn')) {
    const read = await reader.decisions(name)
    reader.issues.push(...(read?.definition ?? []).flatMap((decision) => checkExpressions(decision, name)))
  } else if (name.endsWith('.matter.json')) await reader.sourced(name, MatterDefinition)
  else if (name.endsWith('.register.json')) await reader.sourced(name, RegisterDefinition)
  else {
    const kinds = '.form.json, .bpmn, .dmn, .matter.json, .register.json'
    throw new CommandFailure(`${path}: not a definition by its name (${kinds})`, 2)
  }
  return reader.issues.map((issue) => ({ ...issue, file: path }))
}
