import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { z } from 'zod'
import { PersonFile, UnitFile } from '../../app-folder/app-definition.ts'
import { type ErrorIssue, ServerError } from '../../errors.ts'
import type { Directory, Person, Unit } from './directory.ts'

/**
 * The directory of an application folder: `directory/units.json` and `directory/people.json`, read once.
 *
 * @throws ServerError `APP_INVALID` with an issue for each wrong entry, doubled id, and unit that does not exist
 */
export async function readFolderDirectory(appFolder: string): Promise<Directory> {
  const units = await readEntries(appFolder, 'units.json', UnitFile)
  const people = await readEntries(appFolder, 'people.json', PersonFile)
  return createDirectory(units, people)
}

/** A directory of these units and people, found by id. @throws as `readFolderDirectory` */
export function createDirectory(units: readonly Unit[], people: readonly Person[]): Directory {
  const unitById = new Map(units.map((unit) => [unit.id, Object.freeze(unit)]))
  const personById = new Map(people.map((person) => [person.id, Object.freeze(person)]))
  const issues = [
    ...doubles('units.json', units),
    ...doubles('people.json', people),
    ...units.flatMap(({ parentId }, at) => strangers('units.json', at, 'parentId', parentId, unitById)),
    ...people.flatMap(({ unitId }, at) => strangers('people.json', at, 'unitId', unitId, unitById)),
  ]
  if (issues.length > 0) throw new ServerError('APP_INVALID', { detail: '通讯录有错误。', issues })
  return {
    person: (id) => personById.get(id),
    unit: (id) => unitById.get(id),
    people: () => people,
    units: () => units,
  }
}

async function readEntries<S extends z.ZodType>(appFolder: string, name: string, schema: S): Promise<z.output<S>> {
  const file = `directory/${name}`
  const result = schema.safeParse(await readJson(join(appFolder, 'directory', name), file))
  if (result.success) return result.data
  const issues = result.error.issues.map(({ code, path, message }) => ({
    code: code.toUpperCase(),
    path: [file, ...path.map((key) => (typeof key === 'symbol' ? String(key) : key))],
    message,
  }))
  throw new ServerError('APP_INVALID', { detail: `${file} 有错误。`, issues })
}

async function readJson(path: string, file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'))
  } catch (cause) {
    throw new ServerError('APP_INVALID', { detail: `${file} 不存在或不是 JSON。` }, { cause })
  }
}

function doubles(file: string, entries: ReadonlyArray<{ id: string }>): ErrorIssue[] {
  const seen = new Set<string>()
  return entries.flatMap(({ id }, at) => {
    if (!seen.has(id)) {
      seen.add(id)
      return []
    }
    return [{ code: 'DUPLICATE', path: [`directory/${file}`, at, 'id'], message: `“${id}”出现了两次。` }]
  })
}

function strangers(file: string, at: number, key: string, id: string | null, units: ReadonlyMap<string, Unit>) {
  if (id === null || units.has(id)) return []
  return [{ code: 'REFERENCE_MISSING', path: [`directory/${file}`, at, key], message: `没有“${id}”这个单位。` }]
}
