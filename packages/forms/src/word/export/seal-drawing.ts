import { xmlText } from './word-xml.ts'

const VERMILION = 'C42B1C'
/** 27 mm, in EMU. */
const SIZE = 972_000
/** From the line of the date up: the seal stands on the date's foot. */
const RISE = 730_000

/**
 * A round seal as shapes that Word draws: ring, star, the unit's name on the arc, marked 样章, since only a signer's certificate makes
 * a seal. It floats over the right end of the line it is anchored in (骑年盖月).
 */
export function sealDrawing(name: string, id: number): string {
  const line = `<a:ln w="34290"><a:solidFill><a:srgbClr val="${VERMILION}"/></a:solidFill></a:ln>`
  const ring = shape('ellipse', [0, 0, SIZE, SIZE], `<a:noFill/>${line}`)
  const star = shape(
    'star5',
    [SIZE * 0.38, SIZE * 0.36, SIZE * 0.24, SIZE * 0.24],
    `<a:solidFill><a:srgbClr val="${VERMILION}"/></a:solidFill><a:ln><a:noFill/></a:ln>`,
  )
  const letters = [...name].slice(0, 40).join('')
  const arc = words(
    letters,
    [SIZE * 0.11, SIZE * 0.11, SIZE * 0.78, SIZE * 0.78],
    '<a:prstTxWarp prst="textArchUp"><a:avLst><a:gd name="adj" fmla="val 9000000"/></a:avLst></a:prstTxWarp>',
    18,
  )
  const mark = words(
    '样章',
    [SIZE * 0.2, SIZE * 0.64, SIZE * 0.6, SIZE * 0.22],
    '<a:prstTxWarp prst="textNoShape"><a:avLst/></a:prstTxWarp>',
    15,
  )
  return [
    '<w:r><mc:AlternateContent><mc:Choice Requires="wpg"><w:drawing>',
    `<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="${251_658_240 + id}" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">`,
    '<wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="column"><wp:align>right</wp:align></wp:positionH>',
    `<wp:positionV relativeFrom="paragraph"><wp:posOffset>${-RISE}</wp:posOffset></wp:positionV>`,
    `<wp:extent cx="${SIZE}" cy="${SIZE}"/><wp:wrapNone/><wp:docPr id="${1_000 + id}" name="印章${id}" descr="${xmlText(name)}（印章）"/>`,
    '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"><wpg:wgp><wpg:cNvGrpSpPr/>',
    `<wpg:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${SIZE}" cy="${SIZE}"/><a:chOff x="0" y="0"/><a:chExt cx="${SIZE}" cy="${SIZE}"/></a:xfrm></wpg:grpSpPr>`,
    `${ring}${star}${arc}${mark}</wpg:wgp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice></mc:AlternateContent></w:r>`,
  ].join('')
}

type Area = [x: number, y: number, width: number, height: number]

function geometry(preset: string, [x, y, width, height]: Area, paint: string): string {
  const [left, top, cx, cy] = [x, y, width, height].map(Math.round)
  return `<wps:spPr><a:xfrm><a:off x="${left}" y="${top}"/><a:ext cx="${cx}" cy="${cy}"/></a:xfrm><a:prstGeom prst="${preset}"><a:avLst/></a:prstGeom>${paint}</wps:spPr>`
}

function shape(preset: string, area: Area, paint: string): string {
  return `<wps:wsp><wps:cNvSpPr/>${geometry(preset, area, paint)}<wps:bodyPr/></wps:wsp>`
}

function words(text: string, area: Area, warp: string, size: number): string {
  const letters = `<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:rFonts w:ascii="宋体" w:hAnsi="宋体" w:eastAsia="宋体"/><w:b/><w:color w:val="${VERMILION}"/><w:sz w:val="${size}"/></w:rPr><w:t>${xmlText(text)}</w:t></w:r></w:p>`
  return `<wps:wsp><wps:cNvSpPr txBox="1"/>${geometry('rect', area, '<a:noFill/><a:ln><a:noFill/></a:ln>')}<wps:txbx><w:txbxContent>${letters}</w:txbxContent></wps:txbx><wps:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" wrap="square">${warp}</wps:bodyPr></wps:wsp>`
}
