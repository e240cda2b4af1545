import { FormItem, FormLayout, Input, NumberPicker, Select, Switch } from '@formily/antd-v5'
import { createForm, onFormInputChange } from '@formily/core'
import { createSchemaField, FormProvider } from '@formily/react'
import { useEffect, useMemo, useRef } from 'react'
import { registerFeelCompiler } from '../../react/feel-compiler.ts'
import type { FieldSchema } from '../../schema/form-definition.ts'
import { onForm } from '../document/draft.ts'
import { setProperties } from '../document/edits/set-properties.ts'
import { type FormNode, pathId } from '../document/nodes.ts'
import { useDesigner } from '../state/use-designer.ts'
import { useTexts } from '../texts.ts'
import { Choices } from './choices.tsx'
import { propertySchema } from './property-schema.ts'
import { type PropertyValues, propertyChanges, propertyValues } from './property-values.ts'

registerFeelCompiler()

const SchemaField = createSchemaField({ components: { FormItem, Input, NumberPicker, Select, Switch, Choices } })

/** The properties of a field, drawn by Formily; every keystroke is in the form at once, a burst of them is undone at once. */
export function PropertyForm({ node }: { node: FormNode }) {
  const designer = useDesigner()
  const texts = useTexts()
  const id = pathId(node.path)
  const latest = useRef({ designer, node })
  latest.current = { designer, node }
  // biome-ignore lint/correctness/useExhaustiveDependencies: another field is another form
  const form = useMemo(
    () =>
      createForm<PropertyValues>({
        values: propertyValues(node.schema),
        effects() {
          onFormInputChange((changed) => {
            const { designer, node } = latest.current
            const changes = propertyChanges(node.schema, plain(changed.values))
            designer.run(onForm(setProperties(node.path, changes)), `properties ${pathId(node.path)}`)
          })
        },
      }),
    [id],
  )
  useEffect(() => {
    const now = propertyValues(node.schema)
    if (JSON.stringify(plain(form.values)) !== JSON.stringify(now)) form.setValues(now, 'overwrite')
    form.setPattern(designer.readOnly ? 'disabled' : 'editable')
  }, [form, node.schema, designer.readOnly])

  const shape = shapeOf(node.schema)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the schema depends on no more than the shape
  const schema = useMemo(() => propertySchema(node.schema, designer.form, texts), [id, shape, texts])
  return (
    <FormProvider form={form}>
      <FormLayout labelCol={7} wrapperCol={17} labelAlign="left" colon={false} size="small" feedbackLayout="none">
        <SchemaField key={shape} schema={schema} />
      </FormLayout>
    </FormProvider>
  )
}

/** What decides which properties there are. */
function shapeOf(schema: FieldSchema): string {
  return [
    schema.type,
    schema['x-component'],
    schema['x-dictionary'] !== undefined,
    typeof schema.required === 'string',
    typeof schema['x-read-only'] === 'string',
  ].join(' ')
}

function plain(values: PropertyValues): PropertyValues {
  return JSON.parse(JSON.stringify(values))
}
