/** A picture in the document: its part's name, and its size in pixels. */
export interface Picture {
  id: string
  part: string
  bytes: Buffer
  width: number
  height: number
}

const URI = /^data:image\/(png|jpeg|gif);base64,([A-Za-z0-9+/]+={0,2})$/
const EMU_PER_MM = 36_000

/** The pictures of one document, each once. Word shows PNG, JPEG and GIF; anything else is not taken. */
export function createPictures() {
  const byUri = new Map<string, Picture>()
  let drawn = 0
  return {
    all: (): Picture[] => [...byUri.values()],
    /**
     * A run with a picture in a box, as large as fits.
     *
     * @param box width and height in millimetres
     * @returns '' for what is no picture
     */
    draw(uri: string | undefined, box: { width: number; height: number }, name: string): string {
      const picture = uri === undefined ? undefined : take(uri)
      if (!picture) return ''
      const scale = Math.min(box.width / picture.width, box.height / picture.height)
      const [cx, cy] = [picture.width, picture.height].map((side) => Math.round(side * scale * EMU_PER_MM))
      const id = ++drawn
      return [
        `<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="${cx}" cy="${cy}"/>`,
        `<wp:docPr id="${id}" name="${name}${id}" descr="${name}"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">`,
        `<pic:pic><pic:nvPicPr><pic:cNvPr id="${id}" name="${name}${id}"/><pic:cNvPicPr/></pic:nvPicPr>`,
        `<pic:blipFill><a:blip r:embed="${picture.id}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>`,
        `<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${cx}" cy="${cy}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>`,
        '</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>',
      ].join('')
    },
  }

  function take(uri: string): Picture | undefined {
    const known = byUri.get(uri)
    if (known) return known
    const [, type, data] = URI.exec(uri) ?? []
    if (!type || !data) return undefined
    const bytes = Buffer.from(data, 'base64')
    const size = pixelSize(type, bytes)
    if (!size) return undefined
    const number = byUri.size + 1
    const picture = { id: `rIdPicture${number}`, part: `media/picture${number}.${type}`, bytes, ...size }
    byUri.set(uri, picture)
    return picture
  }
}

export type Pictures = ReturnType<typeof createPictures>

/** Width and height as the file's head says. Sources: PNG (RFC 2083, 4.1.1), GIF89a, JPEG (ITU T.81, B.2.2). */
function pixelSize(type: string, bytes: Buffer): { width: number; height: number } | undefined {
  if (type === 'png') return bytes.length < 24 ? undefined : sides(bytes.readUInt32BE(16), bytes.readUInt32BE(20))
  if (type === 'gif') return bytes.length < 10 ? undefined : sides(bytes.readUInt16LE(6), bytes.readUInt16LE(8))
  for (let at = 2; at + 9 < bytes.length && bytes[at] === 0xff; ) {
    const marker = bytes[at + 1] ?? 0
    const frame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
    if (frame) return sides(bytes.readUInt16BE(at + 7), bytes.readUInt16BE(at + 5))
    at += 2 + Math.max(2, bytes.readUInt16BE(at + 2))
  }
  return undefined
}

function sides(width: number, height: number): { width: number; height: number } | undefined {
  return width > 0 && height > 0 ? { width, height } : undefined
}
