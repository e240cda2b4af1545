import { chinaDay, chineseDate } from '../components/iso-date.ts'
import { isRecord } from '../schema/is-record.ts'
import { escapeHtml } from './escape-html.ts'
import type { Opinion } from './opinion.ts'
import { pictureHtml } from './picture-html.ts'
import { sealSvg } from './seal-svg.ts'

const DECISIONS: Record<string, string> = { approve: '同意。', reject: '不同意。', return: '退回。' }

/** The words of an opinion; the decision's where nothing was written. */
export function opinionText(opinion: Pick<Opinion, 'text' | 'decision'>): string {
  return opinion.text.trim() || DECISIONS[opinion.decision] || opinion.decision
}

/** The stored opinions of a field; what has not an opinion's shape is left out. */
export function opinionsOf(value: unknown): Opinion[] {
  return (Array.isArray(value) ? value : []).filter(isOpinion)
}

function isOpinion(value: unknown): value is Opinion {
  if (!isRecord(value)) return false
  const { text, decision, at, signer, unit } = value
  return (
    [text, decision, at].every((part) => typeof part === 'string') &&
    isRecord(signer) &&
    isRecord(unit) &&
    isInstant(at)
  )
}

function isInstant(at: unknown): boolean {
  return typeof at === 'string' && !Number.isNaN(Date.parse(at))
}

/**
 * An 意见栏: its title, what was said, signer at the left, date at the right with the seal pressing it (骑年盖月). The last opinion
 * stands whole; earlier ones of the same box are a line each. Without opinions it is the empty box of the paper.
 */
export function opinionHtml(title: string, opinions: Opinion[], asset: (fileId: string) => string | undefined): string {
  const head = `<div class="zp-op-title">${escapeHtml(title)}</div>`
  const last = opinions.at(-1)
  if (!last) return `<div class="zp-op zp-bare">${head}${EMPTY_FOOT}</div>`
  const past = opinions
    .slice(0, -1)
    .map(
      (opinion) =>
        `<div class="zp-past">${escapeHtml(opinionText(opinion))}（${escapeHtml(opinion.signer.name)}　${dayOf(opinion)}）</div>`,
    )
  const say = `<div class="zp-say">${escapeHtml(opinionText(last))}</div>`
  return `<div class="zp-op">${head}${past.join('')}${say}${footHtml(last, asset)}</div>`
}

const EMPTY_FOOT = '<div class="zp-stamp">（盖章）</div><div class="zp-date">年　　　月　　　日</div>'

function footHtml(opinion: Opinion, asset: (fileId: string) => string | undefined): string {
  const picture = opinion.signature ? pictureHtml('zp-sig', asset(opinion.signature), '签名') : ''
  const seal = opinion.seal ? sealSvg(opinion.seal.name) : ''
  const by = `<div class="zp-by${seal ? '' : ' zp-free'}">${picture}${escapeHtml(opinion.signer.name)}</div>`
  return `<div class="zp-foot${seal && ' zp-sealed'}">${by}<div class="zp-date">${dayOf(opinion)}</div>${seal}</div>`
}

function dayOf(opinion: Opinion): string {
  return chineseDate(chinaDay(opinion.at))
}
