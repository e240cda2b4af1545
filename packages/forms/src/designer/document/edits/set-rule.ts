import { refuse } from '../../../paper/edit/index.ts'
import type { RuleKey } from '../../rules/rule.ts'
import type { FormEdit } from '../draft.ts'
import { type NodePath, nodeAt } from '../nodes.ts'
import { setProperties } from './set-properties.ts'

/** Writes the expression of a rule into a field, or takes it out. */
export function setRule(path: NodePath, key: RuleKey, expression: string | undefined): FormEdit {
  return (form) => (nodeAt(form, path) ? setProperties(path, { [key]: expression })(form) : refuse('NOT_FOUND'))
}
