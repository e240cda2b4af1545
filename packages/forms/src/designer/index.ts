/** `@zhupi/forms/designer`: the designer of forms, without code. React 18, antd 5, Formily 2. */
export type { StepAccess } from './document/draft.ts'
export { FormDesigner, type FormDesignerProps } from './form-designer.tsx'
export type { SaveConflict, SaveForm } from './save/use-autosave.ts'
export { enUS } from './texts/en-us.ts'
export { zhCN } from './texts/zh-cn.ts'
export type { DesignerTexts } from './texts.ts'
