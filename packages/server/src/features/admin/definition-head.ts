import type { DefinitionKind } from '../../app-folder/definition-repository.ts'

/** The title of a definition and, of a matter, its category. A diagram is called as its process. */
export function headOf(kind: DefinitionKind, key: string, text: string): { title: string; category?: string } {
  if (kind === 'flow') return { title: /<(?:\w+:)?process\s[^>]*?\bname="([^"<]{1,200})"/.exec(text)?.[1] ?? key }
  const { title = key, category = '其他' } = JSON.parse(text) as { title?: string; category?: string }
  return kind === 'matter' ? { title, category } : { title }
}

/** Whether a matter takes no new cases. @param matter the text of its file */
export function isRetired(matter: string): boolean {
  return (JSON.parse(matter) as { retired?: boolean }).retired === true
}
