import { diff, parseForm } from '@zhupi/forms'
import type { DefinitionKind } from '../../app-folder/definition-repository.ts'
import type { DefinitionChange } from './definition-change.ts'
import { diffFlows } from './diff-flows.ts'
import { diffSettings } from './diff-settings.ts'

/** What changed from one text of a definition to the next; nothing where there was none before. */
export async function diffDefinitions(
  kind: DefinitionKind,
  before: string | undefined,
  after: string,
): Promise<DefinitionChange[]> {
  if (before === undefined || before === after) return []
  if (kind === 'flow') return diffFlows(before, after)
  if (kind !== 'form') return diffSettings(kind, before, after)
  const changes = diff(parseForm(JSON.parse(before)), parseForm(JSON.parse(after)))
  return changes.map((one) => ({ area: 'form', ...one }))
}
