/** `@zhupi/forms/react`: a form on the screen. React 18, antd 5, Formily 2. */
import { registerFeelCompiler } from './feel-compiler.ts'

registerFeelCompiler()

export type { ControlProps, FieldDescription, ReadProps, ValuePath } from './fields/field-description.ts'
export { FIELDS } from './fields/fields.ts'
export { decisionWord } from './fields/opinion/decision-words.ts'
export { OpinionArticle } from './fields/opinion/opinion-article.tsx'
export { Seal } from './fields/opinion/seal.tsx'
export { SignatureDialog } from './fields/signature/signature-dialog.tsx'
export type { Correction, FormHighlights } from './form-highlights.ts'
export type { DirectoryEntry, FormServices, StoredFile } from './form-services.ts'
export { type FormHandle, FormView, type FormViewProps } from './form-view.tsx'
export { zhupiTheme } from './theme/index.ts'
