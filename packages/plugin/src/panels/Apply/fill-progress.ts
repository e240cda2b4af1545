import {
  type AccessMap,
  accessOf,
  type FieldSchema,
  type FormDefinition,
  fieldAt,
  isEmpty,
  levelOf,
} from '@zhupi/forms'
import type { Issue } from '../../api/types.ts'
import type { FormPart } from '../../components/form-parts.ts'

export interface PartProgress {
  title: string
  /** The first place that wants something, else the first of the part. */
  path: string
  wrong: number
  missing: number
}

export interface Progress {
  done: number
  all: number
  parts: PartProgress[]
}

/** How many of the fields one has to fill in are filled in, all in all and by part of the table. */
export function fillProgress(
  form: FormDefinition,
  parts: FormPart[],
  access: AccessMap,
  values: Record<string, unknown>,
  issues: Issue[],
): Progress {
  const isRequired = (path: string) => {
    const schema = fieldAt(form, path)?.schema
    if (!schema || isComputed(schema)) return false
    return levelOf(access, path) === 'require' || (schema.required === true && accessOf(access, path) === 'edit')
  }
  const wrongPaths = new Set(issues.map((issue) => String(issue.path[0])))
  const all = parts.flatMap((part) => part.paths).filter(isRequired)
  const missingOf = (paths: string[]) => paths.filter((path) => isRequired(path) && isEmpty(values[path]))
  const ours = parts.filter((part) => part.paths.some((path) => accessOf(access, path) === 'edit'))
  return {
    done: all.length - missingOf(all).length,
    all: all.length,
    parts: ours.map(({ title, paths, path }) => {
      const missing = missingOf(paths)
      const wrong = paths.filter((each) => wrongPaths.has(each))
      return { title, path: wrong[0] ?? missing[0] ?? path, wrong: wrong.length, missing: missing.length }
    }),
  }
}

function isComputed(schema: FieldSchema): boolean {
  return schema['x-value'] !== undefined || schema['x-read-only'] === true
}
