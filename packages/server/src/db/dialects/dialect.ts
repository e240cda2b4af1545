import type { Database } from '../database.ts'
import type { Vault } from '../vault.ts'

export interface OpenOptions {
  /** `sqlite:PATH`, `postgres://…`, `mysql://…` or `mariadb://…`. */
  url: string
  /** Most connections of this process; SQLite has one writer and one reader. */
  poolSize: number
  vault: Vault
  /** Sees every statement, BEGIN and COMMIT included. */
  onStatement?: (text: string) => void
}

/** One kind of database: everything in which it differs from the others is in its file. */
export interface Dialect {
  kind: Database['kind']
  /** Schemes of its URLs, without the colon. */
  schemes: readonly string[]
  /** Opens it as it is; the tables are not looked at. */
  open(options: OpenOptions): Promise<Database>
}
