import { isRecord } from '../schema/is-record.ts'
import type { ComponentDescription } from './component.ts'
import { isIsoDate } from './iso-date.ts'

/** One line of a resume: months, and null while it lasts (至今). */
export interface ResumeLine {
  from: string
  to: string | null
  text: string
}

/** `2004.09—2008.06`, `2023.09—今`. */
export function resumeSpan(line: ResumeLine): string {
  return `${line.from.replace('-', '.')}—${line.to === null ? '今' : line.to.replace('-', '.')}`
}

/** Whether a value is a resume line of the right shape. */
export function isResumeLine(value: unknown): value is ResumeLine {
  if (!isRecord(value)) return false
  const { from, to, text } = value
  return isIsoDate(from, 'month') && (to === null || isIsoDate(to, 'month')) && typeof text === 'string'
}

export const resume: ComponentDescription = {
  name: 'Resume',
  title: '简历',
  types: ['array'],
  value: 'array of { from: "2004-09", to: "2008-06" or null (至今), text }',
  props: { maxLength: { title: '每行最多字数', type: 'number' } },
  print: 'lines',
  check(value, schema) {
    const limit = Number(schema['x-component-props']?.maxLength ?? 500)
    for (const [index, line] of (Array.isArray(value) ? value : []).entries()) {
      const place = `第 ${index + 1} 行`
      if (!isResumeLine(line)) return `${place}应有起止年月（止可为“至今”）和说明`
      if (line.text.trim() === '') return `${place}没有写说明`
      if (line.text.length > limit) return `${place}最多 ${limit} 字，现有 ${line.text.length} 字`
      if (line.to !== null && line.to < line.from) return `${place}结束早于开始`
    }
    return undefined
  },
  display: (value) =>
    (Array.isArray(value) ? value.filter(isResumeLine) : [])
      .map((line) => `${resumeSpan(line)}　${line.text}`)
      .join('\n'),
}
