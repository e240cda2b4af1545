import type { DictionaryEntry } from './form-definition.ts'
import { isRecord } from './is-record.ts'
import type { Issue } from './issue.ts'
import { checkShape, list, type Shape, text } from './shape.ts'

const ENTRY: Record<string, Shape> = {
  value: { title: '非空的文字', test: (value) => text.test(value) && value !== '' },
  label: text,
  children: list,
}

/** Checks a form's own dictionaries; returns them as they are for the lookups of later checks. */
export function checkDictionaries(input: Record<string, unknown>, issues: Issue[]): Record<string, DictionaryEntry[]> {
  const dictionaries: Record<string, DictionaryEntry[]> = {}
  for (const [name, entries] of Object.entries(input)) {
    const path = ['dictionaries', name]
    const before = issues.length
    if (!Array.isArray(entries))
      issues.push({ code: 'TYPE', path, message: `字典「${name.slice(0, 40)}」应是条目的列表` })
    else checkEntries(entries, path, new Set(), issues)
    // Entries with issues are never used: the form is refused.
    dictionaries[name] = issues.length === before ? (entries as DictionaryEntry[]) : []
  }
  return dictionaries
}

function checkEntries(entries: unknown[], path: Issue['path'], seen: Set<unknown>, issues: Issue[]): void {
  for (const [index, entry] of entries.entries()) {
    const at = [...path, index]
    if (!isRecord(entry) || entry.value === undefined || entry.label === undefined) {
      issues.push({ code: 'TYPE', path: at, message: '字典条目应是 { value, label }' })
    } else if (checkShape(entry, ENTRY, at, issues)) {
      if (seen.has(entry.value))
        issues.push({ code: 'DUPLICATE_OPTION', path: at, message: `字典里「${entry.value}」重复了` })
      seen.add(entry.value)
      if (Array.isArray(entry.children)) checkEntries(entry.children, [...at, 'children'], seen, issues)
    }
  }
}
