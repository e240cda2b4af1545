/** `@zhupi/forms/word`: Word tables into forms. Node only. */
export { type ImportGuess, importDocx } from './import-docx.ts'
