import { chinaDay, chineseDate } from '../../components/iso-date.ts'
import type { Opinion } from '../../paper/opinion.ts'
import { opinionText } from '../../paper/opinion-html.ts'
import type { FieldSchema } from '../../schema/form-definition.ts'
import type { CellWriter } from './cell-writer.ts'
import { sealDrawing } from './seal-drawing.ts'
import { paragraph, run } from './word-xml.ts'

const SIGNATURE_BOX = { width: 26, height: 9 }
/** Width of a seal in twips: what is written beside it keeps off it. */
const SEAL_WIDTH = 1_531
/** Between the lines of an empty box, as offices leave it. */
const APART = 220
const BLANK_DAY = '年　　　月　　　日'

/** An 意见栏 in paragraphs: title, what was said, signer, date with the seal over it; without opinions the empty box of the paper. */
export function opinionBlocks(
  writer: CellWriter,
  title: string,
  schema: FieldSchema,
  opinions: readonly Opinion[],
): string {
  const { label, value } = writer
  const head = title === '' ? '' : paragraph(title, { ...label, align: 'center' })
  const last = opinions.at(-1)
  if (!last) return head + emptyFoot(writer, schema)
  const past = opinions.slice(0, -1).map((opinion) =>
    paragraph(`${opinionText(opinion)}（${opinion.signer.name}　${dayOf(opinion)}）`, {
      ...value,
      size: value.size - 3,
    }),
  )
  const said = opinionText(last)
    .split('\n')
    .map((line) => paragraph(line, { ...value, indented: true }))
  const picture = last.signature ? writer.pictures.draw(writer.asset(last.signature), SIGNATURE_BOX, '签名') : ''
  const seal = last.seal ? sealDrawing(last.seal.name, writer.nextSeal()) : ''
  const beside = { ...value, size: value.size - 3, right: seal ? SEAL_WIDTH : 0 }
  const signature = picture ? paragraph({ runs: picture }, { ...value, before: 300 }) : ''
  const signer = paragraph(last.signer.name, { ...beside, before: picture ? 0 : 300 })
  const day = paragraph({ runs: run(dayOf(last), value) + seal }, { ...value, align: 'right', after: 60 })
  return [head, ...past, ...said, signature, signer, day].join('')
}

function emptyFoot({ label, blank }: CellWriter, schema: FieldSchema): string {
  const { seal = true, signature = false } = schema['x-component-props'] ?? {}
  const lines = [
    ...(signature && blank ? [paragraph('签字：　　　　　　', { ...label, align: 'center', before: APART })] : []),
    ...(seal ? [paragraph('（盖章）', { ...label, align: 'center', before: APART })] : []),
    paragraph(BLANK_DAY, { ...label, align: 'right', before: APART }),
  ]
  return lines.join('')
}

function dayOf(opinion: Opinion): string {
  return chineseDate(chinaDay(opinion.at))
}
