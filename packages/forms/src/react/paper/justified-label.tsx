import { labelLines } from './cell-kind.ts'

/** A label of the paper, its lines spread to four characters: 姓　名, 出生日期. */
export function JustifiedLabel({ text }: { text: string }) {
  return (
    <span className="zp-label">
      {labelLines(text).map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a fixed text
        <span key={index} className="zp-label-line">
          {line}
        </span>
      ))}
    </span>
  )
}
