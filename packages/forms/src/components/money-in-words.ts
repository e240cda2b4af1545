const DIGITS = '零壹贰叁肆伍陆柒捌玖'
const PLACES = ['', '拾', '佰', '仟']
const GROUPS = ['', '万', '亿', '万亿']

/**
 * An amount of yuan in financial capitals: 1234.5 → 壹仟贰佰叁拾肆元伍角整.
 *
 * @param amount yuan, |amount| < 10^16, rounded to fen
 * Source: 支付结算办法 (银发〔1997〕393号), annex 正确填写票据和结算凭证的基本规定.
 */
export function moneyInWords(amount: number): string {
  if (amount < 0) return `负${moneyInWords(-amount)}`
  const fen = Math.round(amount * 100)
  const [yuan, jiao, cent] = [Math.floor(fen / 100), Math.floor(fen / 10) % 10, fen % 10]
  const whole = yuan > 0 ? `${wholeInWords(yuan)}元` : ''
  if (jiao === 0 && cent === 0) return `${whole || '零元'}整`
  const tenths = jiao > 0 ? `${DIGITS[jiao]}角` : yuan > 0 ? '零' : ''
  return cent > 0 ? `${whole}${tenths}${DIGITS[cent]}分` : `${whole}${tenths}整`
}

function wholeInWords(value: number): string {
  const groups: number[] = []
  for (let rest = value; rest > 0; rest = Math.floor(rest / 10_000)) groups.push(rest % 10_000)
  let text = ''
  for (let index = groups.length - 1; index >= 0; index--) {
    const group = groups[index] ?? 0
    if (group === 0) continue
    const skipped = text !== '' && (group < 1000 || groups[index + 1] === 0)
    text += `${skipped ? '零' : ''}${groupInWords(group)}${GROUPS[index]}`
  }
  return text
}

function groupInWords(group: number): string {
  let text = ''
  let gap = false
  for (let place = 3; place >= 0; place--) {
    const digit = Math.floor(group / 10 ** place) % 10
    if (digit === 0) {
      gap = text !== ''
      continue
    }
    text += `${gap ? '零' : ''}${DIGITS[digit]}${PLACES[place]}`
    gap = false
  }
  return text
}
