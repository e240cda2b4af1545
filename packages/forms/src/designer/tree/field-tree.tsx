import { DownOutlined, RightOutlined } from '@ant-design/icons'
import { useDraggable, useDroppable } from '@dnd-kit/core'
import { Input } from 'antd'
import { type KeyboardEvent, useRef, useState } from 'react'
import { componentOf } from '../../components/components.ts'
import type { FieldSchema } from '../../schema/form-definition.ts'
import { ComponentIcon } from '../canvas/component-icon.tsx'
import { onForm } from '../document/draft.ts'
import { childrenOf, type FormNode, type NodePath, pathId, walkNodes } from '../document/nodes.ts'
import { useDesigner } from '../state/use-designer.ts'
import { useTexts } from '../texts.ts'
import { moveByKey } from './move-by-key.ts'

/** All fields by section; the arrows walk through them, and a field can be dragged into a cell. */
export function FieldTree({ unsure }: { unsure: ReadonlySet<string> }) {
  const designer = useDesigner()
  const texts = useTexts()
  const [filter, setFilter] = useState('')
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set())
  const tree = useRef<HTMLUListElement>(null)
  const all = [...walkNodes(designer.form)]
  const shown = all.filter((node) => isShown(node, filter, closed))
  const selected = designer.node && pathId(designer.node.path)
  const current = shown.some((node) => pathId(node.path) === selected) ? selected : shown[0] && pathId(shown[0].path)

  const toggle = (node: FormNode, open: boolean) => {
    const next = new Set(closed)
    if (open) next.delete(pathId(node.path))
    else next.add(pathId(node.path))
    setClosed(next)
  }
  const go = (node: FormNode | undefined) => node && goTo(node.path)
  const goTo = (path: NodePath) => {
    designer.selectNode(path)
    const id = CSS.escape(pathId(path))
    requestAnimationFrame(() => tree.current?.querySelector<HTMLElement>(`[data-node="${id}"]`)?.focus())
  }
  const handleKey = (event: KeyboardEvent, node: FormNode) => {
    if (event.altKey && event.key.startsWith('Arrow')) {
      event.preventDefault()
      const move = moveByKey(designer.form, node, event.key)
      if (move && designer.run(onForm(move.edit))) goTo(move.path)
      return
    }
    const at = shown.indexOf(node)
    const moves = new Map([
      ['ArrowDown', () => go(shown[at + 1])],
      ['ArrowUp', () => go(shown[at - 1])],
      ['Home', () => go(shown[0])],
      ['End', () => go(shown.at(-1))],
      ['ArrowLeft', () => toggle(node, false)],
      ['ArrowRight', () => toggle(node, true)],
    ])
    const move = moves.get(event.key)
    if (!move || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    move()
  }
  return (
    <>
      <Input
        size="small"
        value={filter}
        allowClear
        placeholder={texts.findField}
        aria-label={texts.findField}
        onChange={(event) => setFilter(event.target.value)}
        onKeyDown={(event) => event.key === 'ArrowDown' && go(shown[0])}
      />
      {shown.length === 0 ? (
        <p className="zpd-empty">{filter === '' ? texts.noFields : texts.noMatch}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the tree pattern of ARIA on a list
        <ul className="zpd-tree" role="tree" aria-label={texts.fields(fieldCount(all))} ref={tree}>
          {shown.map((node) => (
            <TreeItem
              key={pathId(node.path)}
              node={node}
              isSelected={pathId(node.path) === selected}
              isCurrent={pathId(node.path) === current}
              isOpen={!closed.has(pathId(node.path))}
              isUnsure={node.valuePath !== undefined && unsure.has(node.valuePath)}
              onToggle={(open) => toggle(node, open)}
              onKey={(event) => handleKey(event, node)}
            />
          ))}
        </ul>
      )}
      {shown.length > 1 && !designer.readOnly && <p className="zpd-tree-hint">{texts.treeHint}</p>}
    </>
  )
}

interface TreeItemProps {
  node: FormNode
  isSelected: boolean
  isCurrent: boolean
  isOpen: boolean
  isUnsure: boolean
  onToggle: (open: boolean) => void
  onKey: (event: KeyboardEvent) => void
}

function TreeItem({ node, isSelected, isCurrent, isOpen, isUnsure, onToggle, onKey }: TreeItemProps) {
  const designer = useDesigner()
  const texts = useTexts()
  const id = pathId(node.path)
  const { setNodeRef, listeners } = useDraggable({
    id: `node:${id}`,
    data: { field: node.scope === '' ? node.valuePath : undefined, node },
    disabled: designer.readOnly,
  })
  const { setNodeRef: setDropRef, isOver } = useDroppable({ id: `onto:${id}`, data: { node } })
  const component = componentOf(node.schema)
  const inside = childrenOf(node.schema)
  const isGroup = Object.keys(inside).length > 0 || node.schema.type === 'void'
  const depth = node.path.length
  return (
    <li
      ref={(element) => {
        setNodeRef(element)
        setDropRef(element)
      }}
      role="treeitem"
      data-node={id}
      aria-level={depth}
      aria-selected={isSelected}
      aria-expanded={isGroup ? isOpen : undefined}
      tabIndex={isCurrent ? 0 : -1}
      className={`zpd-tree-item${isSelected ? ' zpd-on' : ''}${isOver ? ' zpd-over' : ''}${node.schema.type === 'void' ? ' zpd-tree-group' : ''}`}
      style={{ paddingLeft: isGroup ? 10 + (depth - 1) * 18 : 28 + (depth - 1) * 18 - (depth > 1 ? 18 : 0) }}
      onClick={() => designer.selectNode(node.path)}
      onKeyDown={onKey}
      {...(listeners as { onPointerDown?: () => void })}
    >
      {isGroup && (
        <span className="zpd-twist" onClick={() => onToggle(!isOpen)} aria-hidden>
          {isOpen ? <DownOutlined /> : <RightOutlined />}
        </span>
      )}
      {node.schema.type !== 'void' && <ComponentIcon name={component.name} />}
      <span className="zpd-tree-title">{node.schema.title ?? node.key}</span>
      {node.schema['x-sensitivity'] && <span className="zpd-tag">{texts.sensitive}</span>}
      {isUnsure && <span className="zpd-tag zpd-tag--ask">{texts.import.ask}</span>}
      <em>{node.schema.type === 'void' ? Object.keys(inside).length : kindOf(node.schema)}</em>
    </li>
  )
}

function kindOf(schema: FieldSchema): string {
  return schema['x-dictionary'] ?? componentOf(schema).title
}

function isShown(node: FormNode, filter: string, closed: ReadonlySet<string>): boolean {
  if (filter !== '')
    return node.schema.type !== 'void' && `${node.schema.title ?? ''}${node.key}`.includes(filter.trim())
  return !node.path.some((_, length) => length > 0 && closed.has(pathId(node.path.slice(0, length))))
}

export function fieldCount(nodes: readonly FormNode[]): number {
  return nodes.filter((node) => node.valuePath !== undefined && node.scope === '').length
}
