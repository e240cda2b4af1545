/** `@zhupi/forms`: forms without a screen. Runs in Node and in the browser, without React. */
export type { AccessMap, FieldAccess } from './access/access.ts'
export type { Opinion } from './paper/opinion.ts'
export type {
  DictionaryEntry,
  Expressible,
  FieldSchema,
  FormDefinition,
  FormSchema,
  FormValues,
  Json,
  Paper,
  PaperCell,
  Reaction,
  Sensitivity,
  Validator,
} from './schema/form-definition.ts'
export type { Issue } from './schema/issue.ts'
