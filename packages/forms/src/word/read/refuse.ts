import { FormError } from '../../errors.ts'

/** Why a file is not imported, and what to do. Codes are public: add, never rename. */
export const DOCUMENT_REFUSALS = {
  EMPTY_FILE: '文件是空的，请重新选择。',
  TOO_LARGE: '文件过大：最大 20 MB，展开后每个部件最大 4 MB，请去掉图片后重试。',
  TOO_COMPLEX: '文件结构过于复杂（表格、嵌套或部件太多），没有打开。请只留下要转成表单的表格。',
  BROKEN: '文件已损坏，请在 Word 或 WPS 里重新保存后再导入。',
  PASSWORD: '文件有密码，请去掉密码后再导入。',
  MACROS: '文件里有宏，请另存为不含宏的 .docx 或 .xlsx 后再导入。',
  EXTERNAL_DEFINITION: '文件带有外部定义（DOCTYPE），没有打开。',
  UNSAFE_PATH: '文件里的部件名不安全，没有打开。',
  OLD_WORD: '这是旧版 .doc 文件，请在 Word 或 WPS 里另存为 .docx 后再导入。',
  OLD_EXCEL: '这是旧版 .xls 文件，请在 Excel 或 WPS 里另存为 .xlsx 后再导入。',
  OLD_WPS: '这是 WPS 自己的格式（.wps、.et），请在 WPS 里另存为 .docx 或 .xlsx 后再导入。',
  WORD_XML: '这是 Word XML 文件，请在 Word 里另存为 .docx 后再导入。',
  PDF: '这是 PDF 文件，只有印出来的样子，没有表格。请用原来的 Word 或 Excel 文件。',
  RTF: '这是 RTF 文件，请在 Word 或 WPS 里另存为 .docx 后再导入。',
  OPEN_DOCUMENT: '这是 OpenDocument 文件（.odt、.ods），请另存为 .docx 或 .xlsx 后再导入。',
  OFD: '这是 OFD 版式文件，没有表格。请用原来的 Word 或 Excel 文件。',
  WEB_PAGE: '这是网页，请用 Word 打开后另存为 .docx 再导入。',
  PICTURE: '这是图片，没有表格。请用原来的 Word 或 Excel 文件。',
  PRESENTATION: '这是演示文稿，请选 Word 或 Excel 的表格。',
  NOT_OFFICE: '这不是 Word 或 Excel 文件：不是 .docx，也不是 .xlsx。',
  NO_TABLE: '文件里没有表格，不能转成表单。',
} as const

export type DocumentRefusal = keyof typeof DOCUMENT_REFUSALS

/** @throws FormError `DOCUMENT_REFUSED`, whose only issue bears the reason's code */
export function refuse(code: DocumentRefusal, cause?: unknown): never {
  throw new FormError('DOCUMENT_REFUSED', {
    ...(cause === undefined ? {} : { cause }),
    issues: [{ code, path: [], message: DOCUMENT_REFUSALS[code] }],
  })
}
