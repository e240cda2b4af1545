/** Units, people, posts and roles as the OA keeps them; Zhupi only reads. */
export interface Directory {
  person(id: string): Person | undefined
  unit(id: string): Unit | undefined
  people(): readonly Person[]
  units(): readonly Unit[]
}

export interface Unit {
  id: string
  /** Full name, as in seals and opinion boxes: 淄博市人力资源和社会保障局. */
  name: string
  /** 市人社局 */
  shortName: string
  parentId: string | null
  /** GB/T 2260 or local code of the division it serves: 370303; 370300 for the city. */
  division: string
  /** `city`, `county`, `enterprise`, `province`. */
  kind: string
  /** Unified social credit code (GB 32100) of an enterprise. */
  creditCode?: string
  /** May press a seal. */
  seal: boolean
}

export interface Person {
  id: string
  /** Accounts bear the names of offices: 市人社局经办. */
  name: string
  unitId: string
  roles: readonly string[]
  posts: readonly string[]
  /** Leads the unit (`from="leader"`). */
  leader: boolean
  enabled: boolean
}
