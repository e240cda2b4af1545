import { DndContext, type DragEndEvent, PointerSensor, useSensor, useSensors } from '@dnd-kit/core'
import { Segmented } from 'antd'
import { useState } from 'react'
import { PaperCanvas } from './canvas/paper-canvas.tsx'
import { onForm } from './document/draft.ts'
import { placeField } from './document/edits/paper-edits.ts'
import { type FormNode, pathId, walkNodes } from './document/nodes.ts'
import { PropertyPanel } from './properties/property-panel.tsx'
import { useDesigner } from './state/use-designer.ts'
import type { ImportReview } from './strip/use-import-review.ts'
import { useTexts } from './texts.ts'
import { addComponent } from './tree/add-component.ts'
import { FieldTree, fieldCount } from './tree/field-tree.tsx'
import { moveOnto } from './tree/move-by-key.ts'
import { Palette } from './tree/palette.tsx'
import { PaperRows } from './tree/paper-rows.tsx'

interface DesignViewProps {
  review: ImportReview
  /** Enter on a cell: the focus goes to the components. */
  onAddWanted: () => void
  /** A component was added: the focus goes back. */
  onAdded: () => void
  onLeave: () => void
}

/** A component of the palette, or a node of the tree; `field` is its path when it may stand on paper. */
interface DragData {
  component?: string
  field?: string
  node?: FormNode
}

/** A cell of the paper, or a node of the tree. */
interface DropData {
  row?: number
  col?: number
  node?: FormNode
}

function isCell(data: DropData): data is { row: number; col: number } {
  return data.row !== undefined && data.col !== undefined
}

/** The three columns, and what happens when something is dragged into a cell or along the tree. */
export function DesignView({ review, onAddWanted, onAdded, onLeave }: DesignViewProps) {
  const designer = useDesigner()
  const texts = useTexts()
  const [list, setList] = useState<'fields' | 'rows'>('fields')
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 6 } }))
  const handleDrop = ({ active, over }: DragEndEvent) => {
    const { component, field, node } = (active.data.current ?? {}) as DragData
    const { node: onto, ...cell } = (over?.data.current ?? {}) as DropData
    if (onto) {
      const move = node && pathId(node.path) !== pathId(onto.path) && moveOnto(designer.form, node, onto)
      if (move && designer.run(onForm(move.edit))) designer.selectNode(move.path)
      return
    }
    if (!isCell(cell)) return
    if (component !== undefined) addComponent(designer, component, cell)
    else if (field !== undefined && designer.run(onForm(placeField(field, cell.row, cell.col)))) {
      designer.selectCell(cell.row, cell.col)
    }
  }
  const { form } = designer
  return (
    <DndContext sensors={sensors} onDragEnd={handleDrop}>
      <div className="zpd-work">
        <aside className="zpd-left" aria-label={texts.fieldList}>
          <Segmented<'fields' | 'rows'>
            block
            name="zpd-list"
            aria-label={texts.fieldList}
            size="small"
            value={list}
            options={[
              { label: texts.fields(fieldCount([...walkNodes(form)])), value: 'fields' },
              { label: texts.rows(form.paper?.rows.length ?? 0), value: 'rows' },
            ]}
            onChange={setList}
          />
          {list === 'fields' ? <FieldTree unsure={new Set(review.open.map((guess) => guess.path))} /> : <PaperRows />}
          <Palette onAdded={onAdded} onLeave={onLeave} />
        </aside>
        <PaperCanvas onAddWanted={onAddWanted} />
        <PropertyPanel review={review} />
      </div>
    </DndContext>
  )
}
