/** The field that a place in values belongs to: `成员.0.电话` is the column `成员.电话` of a row. */
export function withoutRows(path: string): string {
  return path.replaceAll(/\.\d+(?=\.|$)/g, '')
}
