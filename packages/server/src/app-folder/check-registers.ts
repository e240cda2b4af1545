import type { RegisterDefinition } from '../features/registers/register-definition.ts'
import { hasSequence } from '../services/numbering.ts'
import type { AppFolder, AppIssue } from './app.ts'

/** Columns that limits, unique rules, views and cards speak of exist; numbers of cards can be told apart. */
export function checkRegisters({ registers }: AppFolder): AppIssue[] {
  return [...registers.values()].flatMap(({ file, definition }) =>
    [...namedColumns(definition)]
      .filter(({ column }) => !definition.columns.some(({ key }) => key === column))
      .map(({ path, column }) => error(file, path, 'COLUMN_MISSING', `台账没有“${column}”这一列。`))
      .concat(duplicates(file, definition), card(file, definition)),
  )
}

function* namedColumns(definition: RegisterDefinition): Generator<{ path: AppIssue['path']; column: string }> {
  for (const [index, { by }] of definition.limits.entries()) {
    for (const column of by) yield { path: ['limits', index, 'by'], column }
  }
  for (const [index, columns] of definition.unique.entries()) {
    for (const column of columns) yield { path: ['unique', index], column }
  }
  for (const [index, { where, sort }] of definition.views.entries()) {
    for (const column of Object.keys(where)) yield { path: ['views', index, 'where'], column }
    if (sort) yield { path: ['views', index, 'sort'], column: sort.replace(/^-/, '') }
  }
  if (!definition.card) return
  for (const part of ['number', 'validFrom', 'validUntil', 'status'] as const) {
    yield { path: ['card', part], column: definition.card[part] }
  }
}

function duplicates(file: string, { columns }: RegisterDefinition): AppIssue[] {
  const seen = new Set<string>()
  return columns.flatMap(({ key }, index) => {
    if (!seen.has(key)) {
      seen.add(key)
      return []
    }
    return [error(file, ['columns', index, 'key'], 'COLUMN_TWICE', `“${key}”这一列写了两次。`)]
  })
}

function card(file: string, { card }: RegisterDefinition): AppIssue[] {
  if (!card || hasSequence(card.numbering)) return []
  return [error(file, ['card', 'numbering'], 'NUMBERING_INVALID', '编号规则里要有 {seq}，如 ZBRC-{year}-{seq:5}。')]
}

function error(file: string, path: AppIssue['path'], code: string, message: string): AppIssue {
  return { file, path, code, message, severity: 'error' }
}
