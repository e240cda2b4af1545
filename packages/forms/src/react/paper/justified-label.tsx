import { labelLines } from '../../paper/label-lines.ts'

/** A label of the paper; lines of two to four characters are spread to the width of four: 姓　名, 出生日期. */
export function JustifiedLabel({ text }: { text: string }) {
  const { lines, justified } = labelLines(text)
  return (
    <span className={justified ? 'zp-label zp-label--justified' : 'zp-label'}>
      {lines.map((line) => (
        <span key={line} className="zp-label-line">
          {line}
        </span>
      ))}
    </span>
  )
}
