import type { z } from 'zod'
import type { AppIssue } from '../../app-folder/app.ts'
import type { DefinitionIssue } from './admin-schema.ts'
import { nameOfFile } from './definition-file.ts'

/** An issue with the element or the field that it is about; undefined for one of no definition. */
export function presentIssue({ file, path, ...issue }: AppIssue): z.input<typeof DefinitionIssue> | undefined {
  const name = nameOfFile(file)
  if (!name) return undefined
  const [element] = path
  const field = fieldOf(path)
  return {
    ...name,
    ...issue,
    path,
    ...(name.kind === 'flow' && typeof element === 'string' && { element }),
    ...(name.kind === 'form' && field !== '' && { field }),
  }
}

/** `schema, properties, 明细, items, properties, 金额` is the field `明细.金额`. */
function fieldOf(path: AppIssue['path']): string {
  return path.filter((_, at) => path[at - 1] === 'properties').join('.')
}
