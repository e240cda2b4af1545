import { useMemo, useSyncExternalStore } from 'react'
import { componentOf } from '../../../components/components.ts'
import { isExpression } from '../../../feel/index.ts'
import type { PasteColumn } from '../../../rows/paste-rows.ts'
import { tableColumns } from '../../../rows/table-columns.ts'
import type { FieldSchema, FormValues } from '../../../schema/form-definition.ts'
import { useFormView } from '../../form-view-context.ts'
import { fieldPattern } from '../../model/field-pattern.ts'
import { fieldKey } from '../../path-key.ts'
import type { ValuePath } from '../field-description.ts'

/** A column that this step may see. */
export interface ShownColumn extends PasteColumn {
  /** Whether it has to be filled in always. */
  isRequired: boolean
  /** Whether a rule of the form decides row by row if it may be written. */
  isRuled: boolean
}

/** The columns that this step may see, and which of them it may write; none of a table that is only read. */
export function useShownColumns(schema: FieldSchema, path: ValuePath, isEdited: boolean): ShownColumn[] {
  const { model } = useFormView()
  const shape = model.shape()
  const key = fieldKey(path)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the shape stands for what the model says of access
  return useMemo(
    () =>
      tableColumns(schema).flatMap((column) => {
        const access = model.access(`${key}.${column.key}`)
        if (access === 'hidden') return []
        return {
          ...column,
          isWritable: isEdited && access === 'edit' && isOpen(column.schema),
          isRequired: model.isRequired(`${key}.${column.key}`),
          isRuled: isRuled(column.schema),
        }
      }),
    [schema, key, isEdited, model, shape],
  )
}

/** Whether the column may be written in a row of these values. */
export function isOpenIn(column: ShownColumn, row: FormValues, values: FormValues): boolean {
  if (!column.isWritable || !column.isRuled) return column.isWritable
  return fieldPattern(column.schema, 'edit', { ...values, ...row }) === 'editable'
}

/** The values of the form for `isOpenIn`: a table with such rules is drawn again when any of them changes, another never sees them. */
export function useRuledValues(columns: readonly ShownColumn[]): FormValues {
  const { model } = useFormView()
  const isRuled = columns.some((column) => column.isRuled)
  return useSyncExternalStore(model.subscribe, isRuled ? model.values : noValues)
}

const NONE: FormValues = {}

function noValues(): FormValues {
  return NONE
}

function isOpen(schema: FieldSchema): boolean {
  const isComputed = schema['x-value'] !== undefined || componentOf(schema).system === true
  return !isComputed && schema['x-read-only'] !== true && schema['x-disabled'] !== true
}

function isRuled(schema: FieldSchema): boolean {
  return isExpression(schema['x-read-only']) || isExpression(schema['x-disabled'])
}
