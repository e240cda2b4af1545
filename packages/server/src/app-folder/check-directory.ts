import { ADMINISTRATOR_ROLES } from '../http/actor.ts'
import type { AppFolder, AppIssue } from './app.ts'

const UNITS = 'directory/units.json'
const PEOPLE = 'directory/people.json'

/** Ids that occur twice, units and parents that do not exist, circles of parents, administrators of two kinds. */
export function checkDirectory({ units, people }: Pick<AppFolder, 'units' | 'people'>): AppIssue[] {
  const unitIds = new Set(units.map(({ id }) => id))
  return [
    ...doubles(UNITS, units),
    ...doubles(PEOPLE, people),
    ...units.flatMap(({ parentId }, at) => stranger(UNITS, at, 'parentId', parentId, unitIds)),
    ...people.flatMap(({ unitId }, at) => stranger(PEOPLE, at, 'unitId', unitId, unitIds)),
    ...circles(units),
    ...people.flatMap(mixedAdministrators),
  ]
}

function doubles(file: string, entries: ReadonlyArray<{ id: string }>): AppIssue[] {
  const seen = new Set<string>()
  return entries.flatMap(({ id }, at) => {
    const double = seen.has(id)
    seen.add(id)
    return double ? [issue(file, 'DUPLICATE', [at, 'id'], `“${id}”出现了两次，id 不能重复。`)] : []
  })
}

function stranger(file: string, at: number, key: string, id: string | null, known: ReadonlySet<string>): AppIssue[] {
  if (id === null || known.has(id)) return []
  return [issue(file, 'REFERENCE_MISSING', [at, key], `没有“${id}”这个单位。`)]
}

function circles(units: AppFolder['units']): AppIssue[] {
  const parentOf = new Map(units.map(({ id, parentId }) => [id, parentId]))
  return units.flatMap(({ id }, at) => {
    const passed = new Set<string>()
    for (let above = parentOf.get(id); above; above = parentOf.get(above)) {
      if (above === id) return [issue(UNITS, 'CIRCLE', [at, 'parentId'], `“${id}”是自己的上级单位。`)]
      if (passed.has(above)) return []
      passed.add(above)
    }
    return []
  })
}

/** System, security and audit administrators watch each other: nobody is two of them. */
function mixedAdministrators({ name, roles }: AppFolder['people'][number], at: number): AppIssue[] {
  const held = Object.values(ADMINISTRATOR_ROLES).filter((role) => roles.includes(role))
  if (held.length < 2) return []
  const message = `“${name}”同时是${held.join('、')}，三员必须由不同的人担任，请只留一个。`
  return [issue(PEOPLE, 'ADMINISTRATORS_MIXED', [at, 'roles'], message)]
}

function issue(file: string, code: string, path: AppIssue['path'], message: string): AppIssue {
  return { file, path, code, message, severity: 'error' }
}
