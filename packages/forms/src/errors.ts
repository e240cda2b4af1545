import type { Issue } from './schema/issue.ts'

/** What this package throws. Codes are public: add, never rename. */
export const FORM_ERRORS = {
  FORM_INVALID: '表单文件有错误，没有载入。',
  FIELD_NOT_FOUND: '表单里没有这个字段。',
  DICTIONARY_NOT_FOUND: '没有这个字典。',
  EXPRESSION_INVALID: '表达式有错误，没有计算。',
  EXPRESSION_TOO_COSTLY: '表达式太费时，没有算完。',
  DOCUMENT_REFUSED: '文件不能导入。',
} as const

export type FormErrorCode = keyof typeof FORM_ERRORS

/** A request to this package that cannot be done. `issues` says where and what to do. */
export class FormError extends Error {
  readonly code: FormErrorCode
  readonly issues: Issue[]
  readonly details: Record<string, unknown>

  constructor(code: FormErrorCode, details: { issues?: Issue[]; cause?: unknown; [name: string]: unknown } = {}) {
    const { issues = [], cause, ...rest } = details
    const first = issues[0]
    super(first ? `${FORM_ERRORS[code]}${first.message}` : FORM_ERRORS[code], { cause })
    this.name = 'FormError'
    this.code = code
    this.issues = issues
    this.details = rest
  }
}
