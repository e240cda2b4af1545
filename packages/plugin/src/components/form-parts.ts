import type { FormDefinition, PaperCell } from '@zhupi/forms'

/** A place on the paper worth jumping to: a heading, a long box, the opinions. */
export interface FormPart {
  title: string
  /** The first field there, which takes the focus. */
  path: string
  /** Every field up to the next part. */
  paths: string[]
}

/** Parts of each page of the paper, in order. A form without paper has one page with its sections. */
export function formParts({ paper, schema }: FormDefinition, opinionTitle: string): FormPart[][] {
  if (!paper) {
    const sections = Object.values(schema.properties).filter((field) => field.type === 'void' && field.title)
    return [sections.flatMap((field) => part(field.title ?? '', Object.keys(field.properties ?? {})))]
  }
  const pages: FormPart[][] = [[]]
  let heading: string | undefined
  paper.rows.forEach((row, index) => {
    if (paper.breakBefore?.includes(index)) pages.push([])
    const page = pages[pages.length - 1] ?? []
    const fields = row.flatMap((cell) => cell.field ?? [])
    const first = fields[0]
    if (isBand(row, paper.columns.length)) heading = row[0]?.text
    else if (first !== undefined && heading !== undefined) {
      page.push({ title: heading, path: first, paths: fields })
      heading = undefined
    } else if (first !== undefined && fields.every((path) => isOpinion(schema, path))) {
      page.push({ title: opinionTitle, path: first, paths: fields })
    } else if (first !== undefined && isLong(row, paper.columns.length)) {
      page.push({ title: labelOf(row), path: first, paths: fields })
    } else page[page.length - 1]?.paths.push(...fields)
  })
  return pages.filter((page) => page.length > 0)
}

function part(title: string, paths: string[]): FormPart[] {
  const path = paths[0]
  return path === undefined ? [] : [{ title, path, paths }]
}

function isBand([cell]: PaperCell[], columns: number): boolean {
  return cell?.field === undefined && (cell?.colSpan ?? 1) >= columns
}

/** One field takes the whole row but for its label. */
function isLong(row: PaperCell[], columns: number): boolean {
  return row.some((cell) => cell.field !== undefined && (cell.colSpan ?? 1) >= columns - 1) && labelOf(row) !== ''
}

function labelOf(row: PaperCell[]): string {
  return row[0]?.field === undefined ? (row[0]?.text ?? '').replace(/\s/g, '') : ''
}

function isOpinion(schema: FormDefinition['schema'], path: string): boolean {
  const sections = Object.values(schema.properties)
  const field = schema.properties[path] ?? sections.map((section) => section.properties?.[path]).find(Boolean)
  return field?.['x-component'] === 'Opinion'
}
