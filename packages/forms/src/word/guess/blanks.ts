import { CELL_EDGE } from '../read/office-document.ts'
import type { Ask } from './form-cell.ts'
import { clean } from './form-cell.ts'
import type { FieldGuess } from './guess-field.ts'
import { bareLabel, cleanLabel } from './label.ts'

/** A part of a line: text, and what is asked behind it. */
export interface Piece {
  text: string
  ask?: Ask
  /** What marks the blank: a line to write on, a date to fill in, or only a colon. */
  mark?: 'line' | 'date' | 'colon'
}

const DATE = '(?:20|二〇)?[\\s_]*年[\\s_]+月(?:[\\s_]*日)?(?:[\\s_]*时)?(?:[\\s_]*分)?'
const DAY = '[\\s_]*月[\\s_]+日(?:[\\s_]*时)?'
const TO = '[\\s_]*起?[\\s_]*[至到—\\-－~～]{1,2}'
const NUMBER = '[〔【\\[（(][\\s_]*(?:20)?[\\s_]*(?:年[\\s_]*)?[〕】\\]）)][\\s_]*第?[\\s_]+号'
const TOKEN = new RegExp(
  `(?<range>${DATE}${TO}[\\s_]*(?:${DATE}|${DAY})|${DAY}${TO}${DAY})(?:[\\s_]*止)?|(?<date>${DATE})|(?<number>${NUMBER})|(?<blank>_{2,})|(?<gap>\\s{2,}|$)`,
  'g',
)
/** What people count, by the unit behind the blank. */
const UNITS: Record<string, string> = {
  天: '天数',
  日: '天数',
  人: '人数',
  名: '人数',
  元: '金额',
  万元: '金额万元',
  页: '页数',
  份: '份数',
  次: '次数',
  小时: '时数',
  台: '台数',
  辆: '辆数',
  岁: '年龄',
  公里: '里程',
  号: '编号',
  间: '间数',
  桌: '桌数',
  晚: '晚数',
}
const UNIT = /^(万元|小时|公里|[天日人名元页份次台辆岁号间桌晚])/
/** Units that stand behind a gap; 联系  人 and 编  号 are words. */
const GAP_UNIT = /^(万元|小时|公里|[天人元页份次台辆岁间桌晚])(?=$|[\s，,；;。、）)])/
const TOGETHER = /^(共|共计|合计|总计)$/

/** Long runs of blanks say no more than short ones, and keep every pattern fast. */
export function shortBlanks(text: string): string {
  return text
    .slice(0, 4_000)
    .replace(/[＿﹍﹎‗]/g, '_')
    .replace(/[^\S\n]{13,}/g, ' '.repeat(12))
    .replace(/_{13,}/g, '_'.repeat(12))
}

/**
 * Cuts a line where it leaves blanks: `编号：____`, `填报单位：    填报日期：  年 月 日`, `共__天`, `〔20  〕第  号`.
 *
 * @param counted whether a gap before a unit is a blank too (早餐    次    人), as it is in a cell that has its label beside it
 */
export function linePieces(line: string, counted = false): Piece[] {
  const text = shortBlanks(line).trim()
  const pieces: Piece[] = []
  let from = 0
  let pending = ''
  let word = ''
  for (const match of text.matchAll(TOKEN)) {
    const { range, date, number, blank } = match.groups ?? {}
    const lead = (pending + text.slice(from, match.index)).replaceAll(CELL_EDGE, '')
    const rest = text.slice(match.index + match[0].length)
    from = match.index + match[0].length
    const said = clean(lead) !== ''
    if (range !== undefined || date !== undefined) {
      const guess = dateGuess(match[0], range !== undefined)
      const label = labelOf(lead)
      // 签字：    年 月 日 leaves room for both.
      if (isSignature(label))
        pieces.push(
          { text: lead, mark: 'colon', ask: { label } },
          { text: '', mark: 'date', ask: { label: '', guess } },
        )
      else pieces.push({ text: lead, mark: 'date', ask: { label, guess } })
    } else if (number !== undefined) {
      pieces.push({ text: lead, mark: 'line', ask: { label: /[：:]\s*$/.test(lead) ? labelOf(lead) : '编号' } })
    } else if (blank !== undefined && said) pieces.push({ text: lead, mark: 'line', ask: asked(lead, rest) })
    else if (blank === undefined && /[：:]\s*[￥¥]?\s*$/.test(lead))
      pieces.push({ text: lead, mark: 'colon', ask: asked(lead.replace(/[￥¥]/, ''), '') })
    else if (blank === undefined && said && isCount(lead, rest, counted)) {
      word = withoutUnit(labelOf(lead)) || word
      pieces.push({ text: lead, mark: 'line', ask: countAsk(word, rest) })
    } else {
      pending = blank === undefined ? `${lead}${match[0]}` : lead
      continue
    }
    pending = ''
  }
  if (clean(pending) !== '') pieces.push({ text: pending.trim() })
  return pieces
}

/** Whether a gap is a blank for a number: 共  天, and where gaps count, 早餐    次. */
function isCount(lead: string, rest: string, counted: boolean): boolean {
  return GAP_UNIT.test(rest) && (counted || TOGETHER.test(labelOf(lead)))
}

function countAsk(word: string, rest: string): Ask {
  const counted = UNITS[GAP_UNIT.exec(rest)?.[1] ?? ''] ?? ''
  return { label: TOGETHER.test(word) ? counted : `${word}${counted}` }
}

/** 次 of 早餐    次    人 belongs to the blank before it. */
function withoutUnit(label: string): string {
  return UNITS[label] === undefined ? label.replace(/^[间次人天]?[，,；;、]/, '') : ''
}

function asked(lead: string, rest: string): Ask {
  const unit = UNIT.exec(rest.trimStart())?.[1]
  const label = labelOf(lead)
  const short = label.length <= 1 || TOGETHER.test(label)
  return { label: unit && short ? (UNITS[unit] ?? label) : label }
}

/** The last clause before a blank. */
function labelOf(lead: string): string {
  const clause =
    clean(lead)
      .split(/[。；;，,]/)
      .filter(Boolean)
      .at(-1) ?? ''
  const signer = /([\p{Script=Han}]{2,12})[（(]签[字名章](?:或盖章|、盖章|盖章)?[）)]/u.exec(clause)?.[1]
  if (/^[自从]$/.test(clause)) return ''
  return signer ? `${signer}签字` : cleanLabel(clause.replace(/^\S{0,30}[：:](?=.)/, ''))
}

/** The field of a blank date: its parts say how exact it is. */
export function dateGuess(text: string, range: boolean): FieldGuess {
  const picker = /日/.test(text) ? 'date' : 'month'
  const timed = /时/.test(text)
  const why = timed ? '留有“年 月 日 时”，时刻请另设字段' : `留有“${range ? '年月日至年月日' : '年 月 日'}”`
  if (range) {
    return {
      schema: { type: 'array', 'x-component': 'DateRange', 'x-component-props': { picker } },
      confidence: timed ? 0.75 : 0.95,
      why,
    }
  }
  return {
    schema: { type: 'string', 'x-component': 'DatePicker', 'x-component-props': { picker } },
    confidence: timed ? 0.75 : 0.95,
    why,
  }
}

/** Whether a label asks for a signature. */
export function isSignature(label: string): boolean {
  return /签[字名章]$|签[字名章][）)]$/.test(label) && !/意见|盖章[）)]?$/.test(label)
}

/** What brackets add to a label (（签字）, （盖章）) is no part of its name. */
export function nameOf(label: string): string {
  return /[（(](盖章|公章|加盖公章|章)[）)]/.test(label) ? bareLabel(label) : label
}
