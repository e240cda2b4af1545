import type { AccessMap } from '../../access/access.ts'
import { filterValues } from '../../access/filter-values.ts'
import { maskValues } from '../../access/mask-values.ts'
import { FormError } from '../../errors.ts'
import { fitPaper } from '../../paper/fit-paper.ts'
import { paperPages } from '../../paper/layout.ts'
import type { FormDefinition, FormValues, Paper } from '../../schema/form-definition.ts'
import type { CellWriter } from './cell-writer.ts'
import { footer, header, packageParts, styles, wordPart } from './page-parts.ts'
import { paperGrid } from './paper-grid.ts'
import { createPictures } from './pictures.ts'
import { tableXml } from './table-xml.ts'
import { paragraph } from './word-xml.ts'
import { writeZip } from './write-zip.ts'

export interface WordOptions {
  /** The picture of a file (photo, signature) as a `data:` URI of PNG, JPEG or GIF; anything else is not drawn. */
  asset?(fileId: string): string | undefined
  /** Stands in the upper right corner of every page. */
  caseNumber?: string
  /** Pale text across every page. */
  watermark?: string
  /** The empty form. */
  blank?: boolean
  /** What the reader may see; without it the caller has filtered. */
  access?: AccessMap
  /** Covers sensitive values, but for those revealed. */
  masked?: { reveal?: readonly string[] }
  /** Names of fonts, which the reader's machine must have. */
  fonts?: { title?: string; caption?: string; text?: string }
  /** Empty pages at the end; by default one where a duplex form has an odd number of forced pages. */
  emptyPages?: number
}

const MARGIN = 1_440
const PAGE = { portrait: [11_906, 16_838], landscape: [16_838, 11_906] } as const
/** Millimetres of a page left free: the lines of Word, WPS and LibreOffice are of different heights. */
const RESERVE = 18
const SIZE = { title: 36, caption: 32, label: 24, value: 21, note: 21 }

/**
 * A form as a .docx that looks like its paper: the table with its widths, heights and merged cells, title, notes, sub-tables as rows,
 * pictures, opinions with signer, date and seal, page numbers, on A4 with margins of 25.4 mm. The same input gives the same bytes.
 *
 * How many pages Word makes of it is known only where the paper forces its page breaks; only then an odd number is made even.
 *
 * @throws FormError `FORM_INVALID` when the form has no paper
 * Source: ECMA-376, Part 1, 17 (WordprocessingML).
 */
export async function exportDocx(
  form: FormDefinition,
  values: FormValues,
  options: WordOptions = {},
): Promise<Uint8Array> {
  const { paper } = form
  if (!paper) {
    throw new FormError('FORM_INVALID', {
      issues: [{ code: 'NO_PAPER', path: ['paper'], message: '这份表单没有版式，不能导出' }],
    })
  }
  const shown = shownValues(form, values, options)
  const fit = fitPaper(form, paper, shown, RESERVE)
  const text = options.fonts?.text ?? '仿宋'
  const pictures = createPictures()
  let seals = 0
  const writer: CellWriter = {
    form,
    values: shown,
    blank: options.blank ?? false,
    pictures,
    asset: options.asset ?? (() => undefined),
    label: { font: text, size: SIZE.label },
    value: { font: text, size: SIZE.value },
    prose: { font: text, size: Math.max(15, Math.round(SIZE.value * fit.scale)) },
    nextSeal: () => ++seals,
  }
  const forced = (paper.breakBefore?.length ?? 0) > 0
  const least = paper.rows.map((_, row) => paper.heights?.[row] ?? 10)
  const filled = forced && fit.breaks && Object.keys(shown).length > 0
  const grid = paperGrid(writer, paper, filled ? fit.heights : least)
  const pages = forced && fit.breaks ? grid.breaks : []
  const empty = options.emptyPages ?? (paper.duplex && pages.length > 0 && paperPages(paper).length % 2 === 1 ? 1 : 0)
  const withHeader = options.caseNumber !== undefined || options.watermark !== undefined
  const body = [
    headBlocks(paper, options),
    tables(grid, pages, paper),
    ...(paper.notes ?? []).map((note) => paragraph(note, { font: text, size: SIZE.note })),
    ...Array.from({ length: empty }, () => paragraph('', { font: text, size: SIZE.note, pageBreak: true })),
    sectionXml(paper, withHeader),
  ]
  return writeZip([
    ...packageParts(pictures.all(), withHeader),
    ['word/document.xml', wordPart('document', `<w:body>${body.join('')}</w:body>`)],
    ['word/styles.xml', styles(text)],
    ['word/settings.xml', wordPart('settings', '<w:defaultTabStop w:val="420"/>')],
    ['word/footer1.xml', footer()],
    ...(withHeader ? [['word/header1.xml', header(options)] as const] : []),
    ...pictures.all().map(({ part, bytes }) => [`word/${part}`, bytes] as const),
  ])
}

function shownValues(form: FormDefinition, values: FormValues, { blank, access, masked }: WordOptions): FormValues {
  if (blank) return {}
  const seen = access ? filterValues(form, values, access) : values
  return masked ? maskValues(form, seen, masked.reveal) : seen
}

function headBlocks(paper: Paper, { fonts }: WordOptions): string {
  const caption = paper.caption ? paragraph(paper.caption, { font: fonts?.caption ?? '黑体', size: SIZE.caption }) : ''
  const title = { font: fonts?.title ?? '方正小标宋简体', size: SIZE.title, align: 'center', after: 200 } as const
  return caption + paragraph(paper.title, title)
}

/** The table, one for each page that the paper forces. */
function tables(grid: ReturnType<typeof paperGrid>, breaks: readonly number[], paper: Paper): string {
  const width = PAGE[paper.orientation ?? 'portrait'][0] - 2 * MARGIN
  const starts = [0, ...[...breaks].sort((a, b) => a - b)]
  return starts
    .map((from, index) => tableXml(grid, from, starts[index + 1] ?? grid.heights.length, width))
    .join(
      '<w:p><w:pPr><w:pageBreakBefore/><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/></w:pPr></w:p>',
    )
}

function sectionXml(paper: Paper, withHeader: boolean): string {
  const orientation = paper.orientation ?? 'portrait'
  const [width, height] = PAGE[orientation]
  const references = `${withHeader ? '<w:headerReference w:type="default" r:id="rIdHeader"/>' : ''}<w:footerReference w:type="default" r:id="rIdFooter"/>`
  const margins = `w:top="${MARGIN}" w:right="${MARGIN}" w:bottom="${MARGIN}" w:left="${MARGIN}" w:header="708" w:footer="708" w:gutter="0"`
  return `<w:sectPr>${references}<w:pgSz w:w="${width}" w:h="${height}"${orientation === 'landscape' ? ' w:orient="landscape"' : ''}/><w:pgMar ${margins}/></w:sectPr>`
}
