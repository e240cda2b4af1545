import { gridOf } from '../../paper/edit/index.ts'
import { focusCell } from '../canvas/canvas-cell.tsx'
import { nodeOfValue } from '../document/nodes.ts'
import { useDesigner } from '../state/use-designer.ts'
import { useTexts } from '../texts.ts'

/** The rows of the paper by what stands in them; one click goes there. */
export function PaperRows() {
  const designer = useDesigner()
  const texts = useTexts()
  const { form, area } = designer
  if (!form.paper) return <p className="zpd-empty">{texts.paper.none}</p>
  const { cells, rows } = gridOf(form.paper)
  return (
    <ol className="zpd-tree">
      {Array.from({ length: rows }, (_, row) => {
        const words = cells
          .filter((cell) => cell.row === row)
          .flatMap(({ content }) => {
            const node = content.field === undefined ? undefined : nodeOfValue(form, content.field)
            return (node?.schema.title ?? content.text?.replace(/\s/g, '')) || []
          })
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity but their place
          <li key={row}>
            <button
              type="button"
              className={area?.row === row ? 'zpd-on' : ''}
              onClick={() => {
                designer.selectCell(row, 0)
                focusCell(row, 0)
              }}
            >
              <em>{row + 1}</em>
              {[...new Set(words)].join('、') || texts.paper.blank}
            </button>
          </li>
        )
      })}
    </ol>
  )
}
