import { chinaDay, chineseDate } from '../../components/iso-date.ts'
import type { Opinion } from '../../paper/opinion.ts'
import { opinionText } from '../../paper/opinion-html.ts'
import type { FieldSchema } from '../../schema/form-definition.ts'
import type { CellWriter } from './cell-writer.ts'
import { sealDrawing } from './seal-drawing.ts'
import { paragraph, run } from './word-xml.ts'

const SIGNATURE_BOX = { width: 26, height: 9 }
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
  const signer = paragraph({ runs: picture + run(last.signer.name, value) }, { ...value, before: 200 })
  const seal = last.seal ? sealDrawing(last.seal.name, writer.nextSeal()) : ''
  const day = paragraph(
    { runs: run(dayOf(last), value) + seal },
    { ...value, align: 'right', before: seal ? 300 : 0, after: seal ? 700 : 0 },
  )
  return [head, ...past, ...said, signer, day].join('')
}

function emptyFoot({ label }: CellWriter, schema: FieldSchema): string {
  const { seal = true, signature = false } = schema['x-component-props'] ?? {}
  const lines = [
    paragraph('', { ...label, before: 300 }),
    ...(signature ? [paragraph('签字：　　　　　　', { ...label, align: 'center' })] : []),
    ...(seal ? [paragraph('（盖章）', { ...label, align: 'center' })] : []),
    paragraph(BLANK_DAY, { ...label, align: 'right' }),
  ]
  return lines.join('')
}

function dayOf(opinion: Opinion): string {
  return chineseDate(chinaDay(opinion.at))
}
