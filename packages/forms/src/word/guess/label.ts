import { clean } from './form-cell.ts'

const REQUIRED_MARK = /[*＊※]|[（(]必填[）)]|必填$/
const NUMBERING = /^(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十]{1,3}、|\d{1,2}[.．、])/

/** Whether a label is marked as required: ＊ or 必填. */
export function isMarkedRequired(text: string): boolean {
  return REQUIRED_MARK.test(clean(text))
}

/** A label without blanks, marks, numbering and the colon at its end. */
export function cleanLabel(text: string): string {
  return clean(text)
    .replace(/[（(]必填[）)]|[*＊※_]/g, '')
    .replace(NUMBERING, '')
    .replace(/[：:；;，,、。]+$/, '')
}

/** A label without what stands in brackets, when enough is left. */
export function bareLabel(label: string): string {
  const bare = label.replace(/[（(【[][^（()）】\]]{0,40}[）)】\]]/g, '')
  return bare.length >= 2 ? bare : label
}

/** Text of the file as the paper may have it: nothing that could be a tag, a link or an expression. */
export function paperText(text: string, vertical = false): string {
  const lines = text
    .split('\n')
    .map((line) => line.replace(/[\s\u3000]+/g, ' ').trim())
    .filter(Boolean)
    .map((line) => line.replace(/(?<=[\p{Script=Han}（）])\s(?=[\p{Script=Han}（）])/gu, ''))
  const written = vertical && lines.length === 1 ? [...(lines[0] ?? '')] : lines
  return safeText(written.join('\n')).slice(0, 2_000)
}

/** Text that no check takes for a program: brackets of tags and expressions, and the colon of a link, become their full-width twins. */
export function safeText(text: string): string {
  return text
    .replace(/</g, '＜')
    .replaceAll('{{', '｛｛')
    .replaceAll('}}', '｝｝')
    .replace(/url\s*\(/gi, 'url（')
    .replace(/(j\s*a\s*v\s*a\s*s\s*c\s*r\s*i\s*p\s*t|v\s*b\s*s\s*c\s*r\s*i\s*p\s*t|d\s*a\s*t\s*a)\s*:/gi, '$1：')
}
