import { type Grid, occupancy } from '../grid/grid.ts'
import type { WordCell } from './paper-grid.ts'

const TWIPS_PER_MM = 56.7
const EMPTY = '<w:p/>'

/**
 * Rows of a grid as a Word table of fixed columns, as wide as the page's text.
 *
 * @param from first row, and the one after the last
 */
export function tableXml(grid: Grid<WordCell>, from: number, to: number, width: number): string {
  const places = occupancy(grid)
  const widths = columnWidths(grid.columns, width)
  const rows = places.slice(from, to).map((line, index) => rowXml(grid, line, from + index, from, widths))
  const border = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
    .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`)
    .join('')
  const columns = widths.map((column) => `<w:gridCol w:w="${column}"/>`).join('')
  const total = widths.reduce((sum, column) => sum + column, 0)
  return [
    `<w:tbl><w:tblPr><w:tblW w:w="${total}" w:type="dxa"/><w:jc w:val="center"/><w:tblBorders>${border}</w:tblBorders><w:tblLayout w:type="fixed"/>`,
    '<w:tblCellMar><w:left w:w="108" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr>',
    `<w:tblGrid>${columns}</w:tblGrid>${rows.join('')}</w:tbl>`,
  ].join('')
}

/** Widths in twips: as they are where they nearly fill the page, else scaled to it. */
function columnWidths(columns: readonly number[], width: number): number[] {
  const total = columns.reduce((sum, column) => sum + column, 0)
  const scale = Math.abs(total / width - 1) < 0.05 ? 1 : width / total
  return columns.map((column) => Math.max(1, Math.round(column * scale)))
}

function rowXml(
  grid: Grid<WordCell>,
  line: Array<WordCell | undefined>,
  row: number,
  top: number,
  widths: number[],
): string {
  const height = Math.round((grid.heights[row] ?? 10) * TWIPS_PER_MM)
  const cells: string[] = []
  for (let col = 0; col < line.length; ) {
    const cell = line[col]
    const span = cell ? cell.colSpan : 1
    const width = widths.slice(col, col + span).reduce((sum, column) => sum + column, 0)
    cells.push(cellXml(cell, cell !== undefined && row > Math.max(cell.row, top), width))
    col += span
  }
  const flows = line.some((cell) => cell?.top)
  return `<w:tr><w:trPr>${flows ? '' : '<w:cantSplit/>'}<w:trHeight w:val="${height}" w:hRule="atLeast"/></w:trPr>${cells.join('')}</w:tr>`
}

function cellXml(cell: WordCell | undefined, goesOn: boolean, width: number): string {
  const { colSpan = 1, rowSpan = 1, top = false, blocks = '' } = cell ?? {}
  const properties = [
    `<w:tcW w:w="${width}" w:type="dxa"/>`,
    colSpan > 1 ? `<w:gridSpan w:val="${colSpan}"/>` : '',
    rowSpan > 1 ? `<w:vMerge w:val="${goesOn ? 'continue' : 'restart'}"/>` : '',
    top ? '<w:tcMar><w:top w:w="60" w:type="dxa"/><w:bottom w:w="60" w:type="dxa"/></w:tcMar>' : '',
    `<w:vAlign w:val="${top ? 'top' : 'center'}"/>`,
  ]
  return `<w:tc><w:tcPr>${properties.join('')}</w:tcPr>${goesOn || blocks === '' ? EMPTY : blocks}</w:tc>`
}
