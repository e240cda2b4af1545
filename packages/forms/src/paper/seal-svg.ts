import { escapeHtml } from './escape-html.ts'

const STAR = '60.0,45.0 63.4,55.3 74.3,55.4 65.5,61.8 68.8,72.1 60.0,65.8 51.2,72.1 54.5,61.8 45.7,55.4 56.6,55.3'
const VERMILION = '#c42b1c'
const FONTS = 'Noto Serif CJK SC,Source Han Serif SC,Songti SC,SimSun,serif'
const WIDEST_ARC = 292
const WIDEST_STEP = 80 / 3

/** How much a seal leans, in degrees, −7 to 7: the same for the same unit, so that screen and print agree. */
export function sealTilt(name: string): number {
  let hash = 7
  for (const character of name) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 9973
  return (hash % 15) - 7
}

/**
 * A round seal with a star and the unit's name on the arc, as SVG text; marked 样章, since only a signer's certificate makes a seal.
 *
 * @param name the unit's full name; long names are set smaller
 * @param size width and height, any CSS length
 */
export function sealSvg(name: string, size = '7.3em'): string {
  const characters = [...name].slice(0, 40)
  const step = characters.length > 1 ? Math.min(WIDEST_STEP, WIDEST_ARC / (characters.length - 1)) : 0
  const fontSize = characters.length > 1 ? Math.min(13.5, ((step * Math.PI) / 180) * 39.5 * 0.7) : 13.5
  const y = (10 + fontSize * 0.9).toFixed(1)
  const letters = characters.map((character, index) => {
    const angle = ((index - (characters.length - 1) / 2) * step).toFixed(1)
    return `<text transform="rotate(${angle} 60 60)" x="60" y="${y}">${escapeHtml(character)}</text>`
  })
  return [
    `<svg class="zp-seal" role="img" aria-label="${escapeHtml(name)}（印章）" viewBox="0 0 120 120" xmlns="http://www.w3.org/2000/svg"`,
    ` style="width:${escapeHtml(size)};height:${escapeHtml(size)};transform:rotate(${sealTilt(name)}deg)">`,
    `<circle cx="60" cy="60" r="57" fill="none" stroke="${VERMILION}" stroke-width="3"/>`,
    `<polygon points="${STAR}" fill="${VERMILION}"/>`,
    `<g fill="${VERMILION}" font-family="${FONTS}" font-weight="700" text-anchor="middle" font-size="${fontSize.toFixed(1)}">`,
    ...letters,
    '<text x="60" y="97" font-size="11" letter-spacing="3">样章</text></g></svg>',
  ].join('')
}
