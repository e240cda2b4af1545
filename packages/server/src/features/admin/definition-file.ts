import type { DefinitionKind } from '../../app-folder/definition-repository.ts'

/** What tells a definition: its kind and its key. */
export interface DefinitionName {
  kind: DefinitionKind
  key: string
}

const PLACES: Record<DefinitionKind, { folder: string; ending: string }> = {
  form: { folder: 'forms', ending: '.form.json' },
  flow: { folder: 'flows', ending: '.bpmn' },
  matter: { folder: 'matters', ending: '.matter.json' },
  register: { folder: 'registers', ending: '.register.json' },
}

/** The file in which an application's folder holds a definition: checks speak of files. */
export function fileOf({ kind, key }: DefinitionName): string {
  const { folder, ending } = PLACES[kind]
  return `${folder}/${key}${ending}`
}

/** The definition that an application's folder holds in a file; undefined for other files. */
export function nameOfFile(file: string): DefinitionName | undefined {
  for (const [kind, { folder, ending }] of Object.entries(PLACES)) {
    if (!file.startsWith(`${folder}/`) || !file.endsWith(ending)) continue
    return { kind: kind as DefinitionKind, key: file.slice(folder.length + 1, -ending.length) }
  }
  return undefined
}
