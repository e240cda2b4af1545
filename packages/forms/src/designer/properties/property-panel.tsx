import { DeleteOutlined } from '@ant-design/icons'
import { Button, Input, Select } from 'antd'
import { useEffect, useState } from 'react'
import { COMPONENTS, componentOf } from '../../components/components.ts'
import { isSubTable } from '../../schema/walk-fields.ts'
import { AccessTable } from '../access/access-table.tsx'
import { ComponentIcon } from '../canvas/component-icon.tsx'
import { onForm } from '../document/draft.ts'
import { addField } from '../document/edits/add-field.ts'
import { moveNode } from '../document/edits/move-node.ts'
import { removeNode, ungroup } from '../document/edits/remove-node.ts'
import { renameKey } from '../document/edits/rename-key.ts'
import { changeComponent } from '../document/edits/set-properties.ts'
import { childrenOf, type FormNode, pathId, schemaAt } from '../document/nodes.ts'
import { RulesPanel } from '../rules/rules-panel.tsx'
import { useDesigner } from '../state/use-designer.ts'
import { GuessNotice } from '../strip/guess-notice.tsx'
import type { ImportReview } from '../strip/use-import-review.ts'
import { useTexts } from '../texts.ts'
import { CellPanel } from './cell-panel.tsx'
import { ChecksPanel } from './checks-panel.tsx'
import { FormPanel } from './form-panel.tsx'
import { Panel } from './panel.tsx'
import { PropertyForm } from './property-form.tsx'

/** The panel at the right: the selected field, its rules and access, its cell; the form itself when nothing is selected. */
export function PropertyPanel({ review }: { review: ImportReview }) {
  const { node, area } = useDesigner()
  const texts = useTexts()
  return (
    <aside className="zpd-right" aria-label={texts.properties.title}>
      {node && <FieldHead node={node} />}
      {node && (
        <Panel title={texts.properties.title}>
          <GuessNotice node={node} review={review} />
          <FieldProperties key={pathId(node.path)} node={node} />
        </Panel>
      )}
      {node && node.schema.type !== 'void' && !componentOf(node.schema).system && (
        <ChecksPanel key={`checks ${pathId(node.path)}`} node={node} />
      )}
      {node && node.schema.type !== 'void' && <RulesPanel key={`rules ${pathId(node.path)}`} node={node} />}
      {node?.valuePath !== undefined && <AccessTable path={node.valuePath} />}
      <CellPanel />
      {!node && !area && <p className="zpd-empty">{texts.properties.nothing}</p>}
      {!node && <FormPanel />}
    </aside>
  )
}

function FieldHead({ node }: { node: FormNode }) {
  const { area } = useDesigner()
  const texts = useTexts()
  const component = componentOf(node.schema)
  const place = area ? texts.paper.place(area.row + 1, area.col + 1) : node.valuePath && texts.notOnPaper
  return (
    <header className="zpd-field-head">
      <span className="zpd-field-type">
        <ComponentIcon name={component.name} />
      </span>
      <div>
        <h2>{node.schema.title ?? node.key}</h2>
        <p>{[component.title, node.scope === '' ? place : undefined].filter(Boolean).join(' · ')}</p>
      </div>
    </header>
  )
}

function FieldProperties({ node }: { node: FormNode }) {
  const designer = useDesigner()
  const texts = useTexts()
  const words = texts.properties
  const isVoid = node.schema.type === 'void'
  const components = COMPONENTS.filter((one) => one.name !== 'Section').map((one) => ({
    label: one.title,
    value: one.name,
  }))
  const siblings = Object.keys(childrenOf(schemaAt(designer.form, node.path.slice(0, -1)) ?? {}))
  const at = siblings.indexOf(node.key)
  const move = (by: number) => designer.run(onForm(moveNode(node.path, node.path.slice(0, -1), at + by)))
  const isInUse = designer.refusal?.refused === 'FIELD_IN_USE'
  return (
    <>
      <PropertyForm node={node} />
      <KeyInput node={node} />
      {!isVoid && (
        <div className="zpd-line">
          <span>{words.component}</span>
          <Select
            size="small"
            value={componentOf(node.schema).name}
            options={components}
            disabled={designer.readOnly}
            aria-label={words.component}
            onChange={(name) => designer.run(onForm(changeComponent(node.path, name)))}
          />
        </div>
      )}
      {!designer.readOnly && (
        <div className="zpd-buttons">
          <Button size="small" disabled={at <= 0} onClick={() => move(-1)}>
            {words.moveUp}
          </Button>
          <Button size="small" disabled={at === siblings.length - 1} onClick={() => move(1)}>
            {words.moveDown}
          </Button>
          {isSubTable(node.schema) && (
            <Button
              size="small"
              onClick={() =>
                designer.run(onForm(addField({ component: 'Input', title: words.newColumn, into: node.path })))
              }
            >
              {words.addColumn}
            </Button>
          )}
          {isVoid ? (
            <Button size="small" onClick={() => designer.run(onForm(ungroup(node.path)))}>
              {words.ungroup}
            </Button>
          ) : (
            <Button
              size="small"
              danger
              icon={<DeleteOutlined aria-hidden />}
              onClick={() => designer.run(onForm(removeNode(node.path)))}
            >
              {words.remove}
            </Button>
          )}
          {isInUse && (
            <Button
              size="small"
              danger
              onClick={() => designer.run(onForm(removeNode(node.path, { withRules: true })))}
            >
              {words.removeWithRules}
            </Button>
          )}
        </div>
      )}
    </>
  )
}

/** The key, changed on leaving: every rule that names it is rewritten. */
function KeyInput({ node }: { node: FormNode }) {
  const designer = useDesigner()
  const texts = useTexts()
  const [key, setKey] = useState(node.key)
  useEffect(() => setKey(node.key), [node.key])
  const finish = () => {
    if (key === node.key) return
    if (designer.run(renameKey(node.path, key))) designer.selectNode([...node.path.slice(0, -1), key])
    else setKey(node.key)
  }
  return (
    <div className="zpd-line">
      <span>{texts.properties.key}</span>
      <Input
        size="small"
        className="zpd-code"
        aria-label={texts.properties.key}
        value={key}
        disabled={designer.readOnly}
        onChange={(event) => setKey(event.target.value)}
        onBlur={finish}
        onPressEnter={finish}
      />
    </div>
  )
}
