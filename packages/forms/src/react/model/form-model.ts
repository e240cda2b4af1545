import { createForm, type Field, type Form, isField, onFieldInit, onFormValuesChange } from '@formily/core'
import type { AccessMap, FieldAccess } from '../../access/access.ts'
import { accessOf, levelOf } from '../../access/access-of.ts'
import { tableColumns } from '../../rows/table-columns.ts'
import type { FieldSchema, FormDefinition, FormValues } from '../../schema/form-definition.ts'
import type { Issue } from '../../schema/issue.ts'
import type { FieldPlace } from '../../schema/walk-fields.ts'
import { fieldAt, fieldIndex, isObjectField, isSubTable, walkFields } from '../../schema/walk-fields.ts'
import { equalValues } from '../../values/equal-values.ts'
import { createValuesCheck } from '../../values/values-check.ts'
import type { ValuePath } from '../fields/field-description.ts'
import { fieldKey, isBelow, pathKey } from '../path-key.ts'
import { createFieldPatterns } from './field-pattern.ts'
import { nextValues } from './next-values.ts'
import { plainRows } from './plain-rows.ts'
import { plainValues, valueAt } from './plain-values.ts'
import { createShownIssues } from './shown-issues.ts'

export interface FormModelOptions {
  values: FormValues
  /** Without a map everything is `edit`. */
  access: AccessMap | undefined
  readOnly: boolean
  onChange: (values: FormValues) => void
}

/** What a Formily field carries for us in `data`. */
export interface FieldData {
  /** Issues at or below the field that may be shown now. */
  issues: Issue[]
  /** Addresses of cells below the field that are not there. */
  absent: string[]
}

/**
 * A form being filled: Formily holds the values and the state of each field; what is visible, wrong or computed is
 * decided by the check that the server makes, of what a change touches, and written into Formily's fields after every
 * change. Formily's own validators and reactions are not used.
 */
export interface FormModel {
  readonly formily: Form<FormValues>
  /** The fields with a place of their own on the screen that this step may see, in the order of the schema. */
  places(): FieldPlace[]
  access(path: string): FieldAccess
  /** Whether the field has to be filled in always, for the form says so or the step does. */
  isRequired(path: string): boolean
  /** Whether somebody fills the field in this step: access allows it, and no rule or flow keeps it. */
  isEditable(path: string): boolean
  /** Whether the rules of the form show a value now, by its address: `明细.0.金额`. */
  isVisible(path: ValuePath): boolean
  /** The values as the server would keep them: computed anew, without those of fields that are not there. */
  values(): FormValues
  /** Everything this step has to mend, as the server would say it; from now on it is shown. */
  validate(): Issue[]
  /** Shows what the server refused until those values change. */
  refuse(issues: readonly Issue[]): void
  /** The focus left a value. */
  leave(path: ValuePath): void
  /** Puts in other values, as from a newer draft. */
  replace(values: FormValues): void
  configure(options: Pick<FormModelOptions, 'access' | 'readOnly'>): void
  /** Calls back when fields appear or disappear. */
  subscribe(listener: () => void): () => void
  /** Changes whenever fields appear or disappear. */
  shape(): string
}

export function createFormModel(definition: FormDefinition, options: FormModelOptions): FormModel {
  const shownIssues = createShownIssues()
  const listeners = new Set<() => void>()
  let { access, readOnly } = options
  const judge = createValuesCheck(definition)
  const patternOf = createFieldPatterns(definition)
  let given = plainValues(options.values)
  let reported = given
  let current = given
  let scheduled = false
  let writing = false

  const formily = createForm<FormValues>({
    values: plainValues(given),
    effects() {
      onFieldInit('*', (field) => {
        if (isField(field)) applyTo(field)
      })
      onFormValuesChange(schedule)
    },
  })
  putRows(given)
  let checked = check()
  let shape = shapeOf()
  writeComputed()

  function check() {
    current = nextValues(formily.values, current)
    const result = judge(current, { access, now: new Date().toISOString() })
    const issues = result.issues.filter((issue) => isMendable(issue, current))
    return {
      ...result,
      issues,
      shown: shownIssues.shown(issues, result.values),
      absent: Object.keys(result.visible).filter((address) => result.visible[address] === false),
    }
  }

  /** What the step cannot edit it cannot mend; a mask that was not touched stands for a value the server has. */
  function isMendable({ path }: Issue, values: FormValues): boolean {
    const key = fieldKey(path)
    if (accessTo(key) !== 'edit') return false
    const value = valueAt(values, path)
    const isMask = fieldAt(definition, key)?.schema['x-sensitivity'] && typeof value === 'string' && value.includes('*')
    return !(isMask && value === valueAt(given, path))
  }

  function accessTo(path: string): FieldAccess {
    const allowed = accessOf(access, path)
    return readOnly && allowed === 'edit' ? 'read' : allowed
  }

  /** A table is edited as soon as one of its columns is. */
  function accessWithin(path: string, schema: FieldSchema): FieldAccess {
    const own = accessTo(path)
    if (own !== 'read' || !isSubTable(schema)) return own
    return tableColumns(schema).some(({ key }) => accessTo(`${path}.${key}`) === 'edit') ? 'edit' : own
  }

  /** Checks once after all changes of one event: a pasted table changes many values. */
  function schedule() {
    if (scheduled || writing) return
    scheduled = true
    queueMicrotask(() => {
      scheduled = false
      refresh()
      if (equalValues(checked.values, reported)) return
      reported = checked.values
      options.onChange(reported)
    })
  }

  function refresh() {
    checked = check()
    writeComputed()
    for (const field of Object.values(formily.fields)) if (isField(field)) applyTo(field)
    if (shape === shapeOf()) return
    shape = shapeOf()
    for (const listener of listeners) listener()
  }

  function shapeOf(): string {
    return JSON.stringify([checked.absent, access, readOnly])
  }

  function putRows(values: FormValues) {
    writing = true
    for (const { path, schema } of walkFields(definition)) {
      const rows = isSubTable(schema) ? valueAt(values, path.split('.')) : undefined
      if (Array.isArray(rows)) formily.setValuesIn(path, plainRows(rows))
    }
    writing = false
  }

  function writeComputed() {
    writing = true
    for (const { path, parent } of walkFields(definition)) {
      if (parent || checked.visible[path] === false) continue
      const value = checked.values[path]
      if (!equalValues(value, current[path]))
        formily.setValuesIn(path, value === undefined ? undefined : plainRows(clone(value)))
    }
    writing = false
  }

  function applyTo(field: Field) {
    const path = field.path.toString()
    const schema = fieldAt(definition, path)?.schema
    if (!schema) return
    const at = path.split('.')
    const issues = checked.shown.filter((issue) => isBelow(issue.path, at))
    const absent = checked.absent.filter((address) => address.startsWith(`${path}.`))
    field.setDisplay(checked.visible[path] === false ? 'hidden' : 'visible')
    field.setPattern(patternOf(schema, accessWithin(path, schema), checked.values))
    if (equalValues(field.data, { issues, absent })) return
    field.setData({ issues, absent } satisfies FieldData)
    field.setSelfErrors(issues.map((issue) => issue.message))
  }

  return {
    formily,
    places: () =>
      [...fieldIndex(definition).values()].filter(
        ({ path, schema, parent }) =>
          !isObjectField(schema) && (!parent || isObjectField(parent.schema)) && accessTo(path) !== 'hidden',
      ),
    access: accessTo,
    isRequired: (path) => fieldAt(definition, path)?.schema.required === true || levelOf(access, path) === 'require',
    isEditable(path) {
      const schema = fieldAt(definition, path)?.schema
      return schema !== undefined && patternOf(schema, accessWithin(path, schema), checked.values) !== 'readPretty'
    },
    isVisible: (path) => checked.visible[pathKey(path)] !== false,
    values: () => checked.values,
    validate() {
      shownIssues.submit()
      refresh()
      return checked.issues
    },
    refuse(issues) {
      shownIssues.refuse(issues, checked.values)
      refresh()
    },
    leave(path) {
      shownIssues.leave(path)
      refresh()
    },
    replace(values) {
      given = plainValues(values)
      reported = given
      formily.setValues(plainValues(given), 'overwrite')
      putRows(given)
      refresh()
    },
    configure(next) {
      access = next.access
      readOnly = next.readOnly
      refresh()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    shape: () => shape,
  }
}

function clone<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T
}
