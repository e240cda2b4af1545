import { child, childrenNamed, parseXml, type XmlNode } from './parse-xml.ts'

/** What of a cell's style tells its part in the table. */
export interface SheetStyle {
  bordered: boolean
  vertical: boolean
  centered: boolean
  /** Size of its letters in half points. */
  size: number
}

export const PLAIN_STYLE: SheetStyle = { bordered: false, vertical: false, centered: false, size: 0 }

/** The cell styles of a workbook, by their index. */
export function readSheetStyles(xml: string | undefined): SheetStyle[] {
  const root = xml === undefined ? undefined : child(parseXml(xml), 'styleSheet')
  const borders = childrenNamed(child(root, 'borders'), 'border').map(isBorder)
  const sizes = childrenNamed(child(root, 'fonts'), 'font').map(
    (font) => Number(child(font, 'sz')?.attributes.val) || 0,
  )
  return childrenNamed(child(root, 'cellXfs'), 'xf').map((format) => {
    const { borderId, fontId } = format.attributes
    const { textRotation, horizontal } = child(format, 'alignment')?.attributes ?? {}
    return {
      bordered: borders[Number(borderId)] ?? false,
      vertical: textRotation === '255',
      centered: horizontal === 'center' || horizontal === 'centerContinuous',
      size: (sizes[Number(fontId)] ?? 0) * 2,
    }
  })
}

/** A line below alone is a blank to write on, no table. */
function isBorder(border: XmlNode): boolean {
  const sides = border.children.filter(
    ({ name, attributes }) => name !== 'diagonal' && attributes.style && attributes.style !== 'none',
  )
  return sides.some(({ name }) => name !== 'bottom')
}
