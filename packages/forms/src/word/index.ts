/** `@zhupi/forms/word`: office tables into forms. Node only. */

export { exportDocx, type WordOptions } from './export/export-docx.ts'
export { importDocx, importFile } from './import-file.ts'
export type { ImportedForm, ImportGuess } from './import-guess.ts'
export type { DocumentPlace } from './read/office-document.ts'
export { DOCUMENT_REFUSALS, type DocumentRefusal } from './read/refuse.ts'
