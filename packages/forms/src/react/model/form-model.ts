import { createForm, type Field, type Form, isField, onFieldInit, onFormValuesChange } from '@formily/core'
import type { AccessMap, FieldAccess } from '../../access/access.ts'
import { accessOf, levelOf } from '../../access/access-of.ts'
import { tableColumns } from '../../rows/table-columns.ts'
import type { FieldSchema, FormDefinition, FormValues } from '../../schema/form-definition.ts'
import type { Issue } from '../../schema/issue.ts'
import type { FieldPlace } from '../../schema/walk-fields.ts'
import { fieldAt, fieldIndex, isObjectField, isSubTable } from '../../schema/walk-fields.ts'
import { equalValues } from '../../values/equal-values.ts'
import { createValuesCheck } from '../../values/values-check.ts'
import type { ValuePath } from '../fields/field-description.ts'
import { fieldKey, pathKey } from '../path-key.ts'
import { fieldNews } from './field-news.ts'
import { createFieldPatterns, type FieldPattern } from './field-pattern.ts'
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
  issues: readonly Issue[]
  /** Addresses of cells below the field that are not there. */
  absent: readonly string[]
  /** By the form, or by the step. */
  isRequired: boolean
}

/** A Formily field and what was written into it last. */
interface WrittenField {
  field: Field
  place: FieldPlace
  isVisible?: boolean
  pattern?: FieldPattern
  data?: FieldData
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
  /** Calls back after every change. */
  subscribe(listener: () => void): () => void
  /**
   * A number that changes with what stands where: fields or cells appear or disappear, a field is opened or closed to writing, other
   * values are put in.
   */
  shape(): number
}

export function createFormModel(definition: FormDefinition, options: FormModelOptions): FormModel {
  const shownIssues = createShownIssues()
  const listeners = new Set<() => void>()
  let { access, readOnly } = options
  const judge = createValuesCheck(definition)
  const patternOf = createFieldPatterns(definition)
  const all = [...fieldIndex(definition).values()]
  const roots = all.filter(({ parent }) => !parent)
  /** All but the columns of tables. */
  const standing = all.filter(({ parent }) => !parent || isObjectField(parent.schema))
  const written = new Map<string, WrittenField>()
  let given = plainValues(options.values)
  let reported = given
  let current = given
  let scheduled = false
  let writing = false

  const formily = createForm<FormValues>({
    values: plainValues(given),
    effects() {
      onFieldInit('*', (field) => {
        const place = fieldAt(definition, field.path.toString())
        if (!place || !isField(field)) return
        const own: WrittenField = { field, place }
        written.set(place.path, own)
        writeTo(own)
      })
      onFormValuesChange(schedule)
    },
  })
  putRows(given)
  let checked = check()
  let news = fieldNews(checked.shown, checked.absent)
  let patterns = patternsOf()
  let shape = 0
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

  function isRequired(path: string): boolean {
    return fieldAt(definition, path)?.schema.required === true || levelOf(access, path) === 'require'
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
    const { absent } = checked
    checked = check()
    news = fieldNews(checked.shown, checked.absent)
    const before = patterns
    patterns = patternsOf()
    const isSame =
      equalValues(absent, checked.absent) && standing.every(({ path }) => before.get(path) === patterns.get(path))
    if (!isSame) shape += 1
    writeComputed()
    for (const own of written.values()) writeTo(own)
    for (const listener of listeners) listener()
  }

  function patternsOf(): Map<string, FieldPattern> {
    return new Map(
      standing.map(({ path, schema }) => [path, patternOf(schema, accessWithin(path, schema), checked.values)]),
    )
  }

  function putRows(values: FormValues) {
    writing = true
    for (const { path, schema } of all) {
      const rows = isSubTable(schema) ? valueAt(values, path.split('.')) : undefined
      if (Array.isArray(rows)) formily.setValuesIn(path, plainRows(rows))
    }
    writing = false
  }

  function writeComputed() {
    writing = true
    for (const { path } of roots) {
      if (checked.visible[path] === false) continue
      const value = checked.values[path]
      if (!equalValues(value, current[path])) formily.setValuesIn(path, toWrite(value, path))
    }
    writing = false
  }

  /** A value of ours for Formily, which may change what it is given; of a table only the rows that are new are copied. */
  function toWrite(value: unknown, path: string): unknown {
    if (!Array.isArray(value)) return value === undefined ? undefined : clone(value)
    const [before, rows] = [current[path], formily.values[path]].map((list) => (Array.isArray(list) ? list : []))
    return plainRows(value.map((row, index) => (row === before?.[index] ? rows?.[index] : clone(row))))
  }

  /** Writes what changed since it was written last: of three hundred fields a key changes one. */
  function writeTo(own: WrittenField) {
    const { field, place } = own
    const isVisible = checked.visible[place.path] !== false
    const pattern = patterns.get(place.path) ?? 'readPretty'
    const data = { ...news(place.path), isRequired: isRequired(place.path) }
    if (own.isVisible !== isVisible) field.setDisplay(isVisible ? 'visible' : 'hidden')
    if (own.pattern !== pattern) field.setPattern(pattern)
    if (!equalValues(own.data, data)) {
      field.setData(data)
      field.setSelfErrors(data.issues.map((issue) => issue.message))
    }
    Object.assign(own, { isVisible, pattern, data })
  }

  return {
    formily,
    places: () => standing.filter(({ path, schema }) => !isObjectField(schema) && accessTo(path) !== 'hidden'),
    access: accessTo,
    isRequired,
    isEditable: (path) => (patterns.get(path) ?? 'readPretty') !== 'readPretty',
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
      shape += 1
      refresh()
    },
    configure(next) {
      access = next.access
      readOnly = next.readOnly
      shape += 1
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
