import { FormError } from '../errors.ts'
import type { FormDefinition, FormValues, Paper } from '../schema/form-definition.ts'
import { type CellContext, cellHtml } from './cell-html.ts'
import { escapeHtml } from './escape-html.ts'
import { fitPaper, type PaperFit } from './fit-paper.ts'
import { layout, type PlacedCell, paperPages } from './layout.ts'
import { paperCss } from './paper-css.ts'

export interface PaperHtmlOptions {
  /** The picture of a file (photo, signature) as a `data:` URI; anything else is not drawn. */
  asset?(fileId: string): string | undefined
  /** Stands in the upper right corner of every page. */
  caseNumber?: string
  /** Pale text across every page. */
  watermark?: string
  /** The empty form. */
  blank?: boolean
  /** CSS font families that replace the paper's. */
  fonts?: string
  /** Empty pages at the end, for a duplex form whose number of pages came out odd. */
  emptyPages?: number
}

/**
 * A form on paper: one standalone HTML document with the CSS that prints it on A4 (margins 25.4 mm, page numbers), everything
 * escaped, no script, nothing loaded from elsewhere. For the PDF printer and for saving.
 *
 * @param values what may be seen (filtered and masked by the caller)
 * @throws FormError `FORM_INVALID` when the form has no paper
 */
export function paperHtml(form: FormDefinition, values: FormValues, options: PaperHtmlOptions = {}): string {
  const { paper } = form
  if (!paper) {
    throw new FormError('FORM_INVALID', {
      issues: [{ code: 'NO_PAPER', path: ['paper'], message: '这份表单没有版式，不能打印' }],
    })
  }
  const shown = options.blank ? {} : values
  const fit = fitPaper(form, paper, shown)
  const context: CellContext = { form, values: shown, asset: options.asset ?? (() => undefined) }
  const empty = '<div class="zp-empty"></div>'.repeat(options.emptyPages ?? 0)
  const watermark = options.watermark
    ? `<div class="zp-watermark"><span style="font-size:${watermarkSize(options.watermark)}pt">${escapeHtml(options.watermark)}</span></div>`
    : ''
  return [
    '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">',
    `<title>${escapeHtml(paper.title)}</title>`,
    `<style>${pageCss(paper, options)}${paperCss}${fontCss(options.fonts)}</style></head><body class="zp-print">`,
    sheets(paper, fit, context),
    `${empty}${watermark}</body></html>`,
  ].join('\n')
}

/** Letters that let a watermark end on the page, slanted as it is: 54 pt, less for a long one. */
function watermarkSize(text: string): number {
  const letters = [...text].reduce((sum, letter) => sum + (letter > '\u2e80' ? 1.2 : 0.8), 0)
  return Math.max(10, Math.min(54, Math.floor(500 / letters)))
}

function sheets(paper: Paper, fit: PaperFit, context: CellContext): string {
  const { cells, rows } = layout(paper)
  const pages = fit.breaks ? paperPages(paper) : [[...Array(rows).keys()]]
  return pages
    .map((lines, page) => {
      const head = page === 0 ? headHtml(paper) : ''
      const notes = page === pages.length - 1 ? notesHtml(paper) : ''
      const body = lines
        .map((row) =>
          rowHtml(
            paper,
            fit,
            cells.filter((cell) => cell.row === row),
            row,
            context,
          ),
        )
        .join('\n')
      return `<article class="zp-sheet">${head}<table class="zp-form">${columnsHtml(paper)}<tbody>${body}</tbody></table>${notes}</article>`
    })
    .join('\n')
}

function headHtml(paper: Paper): string {
  const caption = paper.caption ? `<p class="zp-caption">${escapeHtml(paper.caption)}</p>` : ''
  return `${caption}<h1 class="zp-title">${escapeHtml(paper.title)}</h1>`
}

function notesHtml(paper: Paper): string {
  const lines = (paper.notes ?? []).map((note) => `<p>${escapeHtml(note)}</p>`).join('')
  return lines && `<div class="zp-notes">${lines}</div>`
}

function columnsHtml(paper: Paper): string {
  const total = paper.columns.reduce((sum, column) => sum + column, 0)
  return `<colgroup>${paper.columns.map((column) => `<col style="width:${((column / total) * 100).toFixed(3)}%">`).join('')}</colgroup>`
}

function rowHtml(paper: Paper, fit: PaperFit, cells: PlacedCell[], row: number, context: CellContext): string {
  const height = fit.heights[row] ?? 0
  let flows = false
  const inner = cells.map((placed) => {
    const { tag, className, html } = cellHtml(placed.cell, context, placed.colSpan === paper.columns.length)
    flows ||= className === 'zp-long'
    const spans = `${placed.rowSpan > 1 ? ` rowspan="${placed.rowSpan}"` : ''}${placed.colSpan > 1 ? ` colspan="${placed.colSpan}"` : ''}`
    const scaled =
      className === 'zp-long' && fit.scale < 1 ? `font-size:${fit.scale}em;line-height:${fit.lineHeight};` : ''
    const tall =
      className === 'zp-opinion' ? `--zp-op-height:calc(${(Math.max(38, height) - 2).toFixed(1)} * var(--zp-mm));` : ''
    const style = scaled || tall ? ` style="${scaled}${tall}"` : ''
    return `<${tag}${className ? ` class="${className}"` : ''}${spans}${style}>${html}</${tag}>`
  })
  return `<tr${flows ? ' class="zp-flows"' : ''} style="height:calc(${height.toFixed(1)} * var(--zp-mm))">${inner.join('')}</tr>`
}

function pageCss(paper: Paper, { caseNumber }: PaperHtmlOptions): string {
  const corner = caseNumber
    ? `@top-right { content: ${cssString(`编号：${caseNumber}`)}; font: 9pt serif; vertical-align: bottom; padding-bottom: 3mm; }`
    : ''
  const folio = '@bottom-center { content: counter(page) " / " counter(pages); font: 9pt serif; color: #5d6876; }'
  return `@page { size: A4 ${paper.orientation ?? 'portrait'}; margin: 25.4mm; ${corner} ${folio} }`
}

/** Text as a CSS string: everything but letters, digits and blanks by its code, so that nothing can end the string or the sheet. */
function cssString(text: string): string {
  return `"${text.replace(/[^\p{L}\p{N} ]/gu, (character) => `\\${(character.codePointAt(0) ?? 0).toString(16)} `)}"`
}

function fontCss(fonts: string | undefined): string {
  if (fonts === undefined || !/^[\p{L}\p{N}_ ,"'-]{1,300}$/u.test(fonts)) return ''
  return `.zp-print .zp-sheet, .zp-print .zp-caption, .zp-print .zp-title { font-family: ${fonts}; }`
}
