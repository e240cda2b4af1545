import type { DefinitionKind } from '../../app-folder/definition-repository.ts'

/** One difference between two versions of a definition, in words. */
export interface DefinitionChange {
  area: DefinitionKind
  kind: 'added' | 'removed' | 'changed'
  /** A field's path, an element's id, a setting's name; `''` for the whole. */
  path: string
  message: string
  /** Whether open cases or stored values may no longer fit. */
  breaks: boolean
}
