import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** One account of the portal: an office, not a person. */
export interface Account {
  id: string
  name: string
  unit: AccountUnit
  roles: readonly string[]
}

export interface AccountUnit {
  id: string
  name: string
  shortName: string
  kind: 'city' | 'county' | 'enterprise' | 'province'
}

export interface Accounts {
  find(id: string): Account | undefined
  all(): readonly Account[]
}

/**
 * The portal's own accounts. A real OA keeps them itself and Zhupi mirrors them; here both read the application's
 * `directory/`, so that a person has the same id on either side.
 */
export async function loadAccounts(appFolder: string): Promise<Accounts> {
  const units = new Map((await readList<AccountUnit>(appFolder, 'units.json')).map((unit) => [unit.id, unit]))
  const people = await readList<{ id: string; name: string; unitId: string; roles?: string[] }>(
    appFolder,
    'people.json',
  )
  const accounts = people.map(({ id, name, unitId, roles }): Account => {
    const unit = units.get(unitId)
    if (!unit) throw new Error(`directory/people.json: ${id} belongs to the unknown unit ${unitId}`)
    return { id, name, unit, roles: roles ?? [] }
  })
  const byId = new Map(accounts.map((account) => [account.id, account]))
  return { find: (id) => byId.get(id), all: () => accounts }
}

async function readList<T>(appFolder: string, file: string): Promise<T[]> {
  return JSON.parse(await readFile(join(appFolder, 'directory', file), 'utf8'))
}
