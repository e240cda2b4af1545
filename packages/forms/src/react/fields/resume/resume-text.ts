/** A line of a resume while it is typed: a month may still be missing or half-written. */
export interface ResumeDraft {
  from: string
  /** null = 至今. */
  to: string | null
  text: string
}

export const BLANK: ResumeDraft = { from: '', to: '', text: '' }

const MONTH = /^(\d{4})\s*[年./-]?\s*(\d{1,2})\s*月?(?:[./-]\d{1,2})?$/
const NOW = /^(至今|今|现在|迄今|目前)$/
const MONTH_IN_LINE = String.raw`\d{4}\s*(?:年|[./-])\s*\d{1,2}\s*月?`
const LINE = new RegExp(
  `^(${MONTH_IN_LINE})\\s*(?:--?|[—–~～至到]+)\\s*(${MONTH_IN_LINE}|至?今|现在)[\\s:：,，、]*(.*)$`,
)

/** `2004.9`, `2004年9月`, `200409`, `2004/9/1` → `2004-09`; what is no month stays as typed, to be mended. */
export function parseMonth(typed: string): string {
  const text = typed.normalize('NFKC').trim()
  const [, year, month] = MONTH.exec(text) ?? []
  if (year === undefined || month === undefined || Number(month) < 1 || Number(month) > 12) return text
  return `${year}-${month.padStart(2, '0')}`
}

/** The end of a line: a month, or null for 至今. */
export function parseEnd(typed: string): string | null {
  return NOW.test(typed.trim()) ? null : parseMonth(typed)
}

/** `2004-09` → `2004.09`; null → 至今. */
export function showMonth(value: string | null): string {
  return value === null ? '至今' : value.replace(/^(\d{4})-(\d{2})$/, '$1.$2')
}

/**
 * Lines pasted from Excel, Word or a text: columns by tabs (from, to, text, or 起止 and text), else each line as
 * `2004.09—2008.06 text`. A line without dates continues the text before it.
 */
export function parseResume(pasted: string): ResumeDraft[] {
  const lines: ResumeDraft[] = []
  for (const raw of pasted.split(/\r?\n/)) {
    if (raw.trim() === '') continue
    const line = byColumns(raw) ?? bySpan(raw.trim())
    const last = lines[lines.length - 1]
    if (line) lines.push(line)
    else if (last) last.text += raw.trim()
    else lines.push({ ...BLANK, text: raw.trim() })
  }
  return lines
}

function byColumns(raw: string): ResumeDraft | undefined {
  const cells = raw.split('\t').map((cell) => cell.trim())
  const [first = '', second = '', ...rest] = cells
  if (cells.length < 2) return undefined
  if (cells.length === 2 || LINE.test(first)) return bySpan(`${first} ${[second, ...rest].join(' ').trim()}`)
  return { from: parseMonth(first), to: parseEnd(second), text: rest.join(' ').trim() }
}

function bySpan(text: string): ResumeDraft | undefined {
  const [, from, to, rest] = LINE.exec(text.normalize('NFC')) ?? []
  if (from === undefined || to === undefined) return undefined
  return { from: parseMonth(from), to: parseEnd(to), text: rest ?? '' }
}
