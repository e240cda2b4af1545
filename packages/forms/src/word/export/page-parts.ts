import { run, runProperties, xmlText } from './word-xml.ts'

const NAMESPACES = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:wpg="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:o="urn:schemas-microsoft-com:office:office"',
].join(' ')
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const FOLIO = { font: '宋体', size: 18, color: '5D6876' }

/** A part of the document with the names that its content uses. */
export function wordPart(element: 'document' | 'hdr' | 'ftr' | 'styles' | 'settings', content: string): string {
  return `${HEAD}<w:${element} ${NAMESPACES}>${content}</w:${element}>`
}

/** `1 / 2` in the middle of the foot. */
export function footer(): string {
  const field = (name: string) =>
    `<w:r>${runProperties(FOLIO)}<w:fldChar w:fldCharType="begin"/></w:r><w:r>${runProperties(FOLIO)}<w:instrText xml:space="preserve"> ${name} </w:instrText></w:r><w:r>${runProperties(FOLIO)}<w:fldChar w:fldCharType="separate"/></w:r>${run('1', FOLIO)}<w:r>${runProperties(FOLIO)}<w:fldChar w:fldCharType="end"/></w:r>`
  return wordPart(
    'ftr',
    `<w:p><w:pPr><w:jc w:val="center"/></w:pPr>${field('PAGE')}${run(' / ', FOLIO)}${field('NUMPAGES')}</w:p>`,
  )
}

/** The case's number at the right, and pale text across the page. */
export function header({ caseNumber, watermark }: { caseNumber?: string; watermark?: string }): string {
  const number = caseNumber ? run(`编号：${caseNumber}`, { ...FOLIO, color: '000000' }) : ''
  return wordPart(
    'hdr',
    `<w:p><w:pPr><w:jc w:val="right"/></w:pPr>${number}${watermark ? watermarkRun(watermark) : ''}</w:p>`,
  )
}

/** A watermark as Word itself makes one: a text shape behind the text of every page. */
function watermarkRun(text: string): string {
  const width = Math.min(440, Math.max(120, [...text].length * 54))
  const style = `position:absolute;margin-left:0;margin-top:0;width:${width}pt;height:54pt;rotation:328;z-index:-251658752;mso-position-horizontal:center;mso-position-horizontal-relative:margin;mso-position-vertical:center;mso-position-vertical-relative:margin`
  return [
    '<w:r><w:pict><v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" path="m@7,l@8,m@5,21600l@6,21600e">',
    '<v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/></v:formulas>',
    '<v:path textpathok="t" o:connecttype="rect"/><v:textpath on="t" fitshape="t"/></v:shapetype>',
    `<v:shape id="watermark" o:spid="_x0000_s2049" type="#_x0000_t136" style="${style}" fillcolor="#c8ccd2" stroked="f"><v:fill opacity=".4"/>`,
    `<v:textpath style="font-family:&quot;宋体&quot;;font-size:1pt" string="${xmlText(text)}"/></v:shape></w:pict></w:r>`,
  ].join('')
}

/** The defaults of the document: what no run says otherwise. */
export function styles(font: string): string {
  const name = xmlText(font)
  return wordPart(
    'styles',
    `<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="${name}" w:hAnsi="${name}" w:eastAsia="${name}" w:cs="${name}"/><w:sz w:val="21"/><w:szCs w:val="21"/><w:lang w:val="zh-CN" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault></w:docDefaults>`,
  )
}

/** Content types and relations of the parts; `pictures` are those of the document. */
export function packageParts(
  pictures: ReadonlyArray<{ id: string; part: string }>,
  withHeader: boolean,
): Array<[string, string]> {
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
  const parts = ['document.main', 'styles', 'settings', 'footer', ...(withHeader ? ['header'] : [])]
  const names: Record<string, string> = { 'document.main': 'document', footer: 'footer1', header: 'header1' }
  const overrides = parts.map(
    (part) => `<Override PartName="/word/${names[part] ?? part}.xml" ContentType="${type}.${part}+xml"/>`,
  )
  const images = ['png', 'jpeg', 'gif'].map((kind) => `<Default Extension="${kind}" ContentType="image/${kind}"/>`)
  const relation = (id: string, kind: string, target: string) =>
    `<Relationship Id="${id}" Type="${office}/${kind}" Target="${target}"/>`
  const related = [
    relation('rIdStyles', 'styles', 'styles.xml'),
    relation('rIdSettings', 'settings', 'settings.xml'),
    relation('rIdFooter', 'footer', 'footer1.xml'),
    ...(withHeader ? [relation('rIdHeader', 'header', 'header1.xml')] : []),
    ...pictures.map(({ id, part }) => relation(id, 'image', part)),
  ]
  const relations = (inner: string) =>
    `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`
  return [
    [
      '[Content_Types].xml',
      `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${images.join('')}${overrides.join('')}</Types>`,
    ],
    ['_rels/.rels', relations(relation('rId1', 'officeDocument', 'word/document.xml'))],
    ['word/_rels/document.xml.rels', relations(related.join(''))],
  ]
}
