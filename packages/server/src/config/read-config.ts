import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { parseDocument } from 'yaml'
import { zhCN } from 'zod/locales'
import { type ErrorIssue, ServerError } from '../errors.ts'
import { Config, SECRET_PATHS } from './config-schema.ts'
import { VARIABLES } from './environment.ts'

const { localeError } = zhCN()

export interface ConfigSources {
  /** The file; without it the environment alone must do. */
  file?: string
  env?: NodeJS.ProcessEnv
  /** What holds where neither file nor environment says anything: `listen.port` -> 8080. */
  defaults?: Readonly<Record<string, unknown>>
}

type Tree = Record<string, unknown>

/**
 * The configuration of a server: the file, and over it the environment.
 *
 * @throws ServerError `CONFIG_INVALID` with an issue for each wrong place: its path, or the variable that filled it
 */
export function readConfig({ file, env = {}, defaults = {} }: ConfigSources): Config {
  const folder = file === undefined ? process.cwd() : dirname(resolve(file))
  const issues: ErrorIssue[] = []
  const tree = file === undefined ? {} : readTree(file)
  const origin = new Map<string, string>()
  for (const [path, value] of Object.entries(defaults)) if (lookUp(tree, path) === undefined) put(tree, path, value)
  tree.data ??= '.data'
  for (const name of ['app', 'data', 'plugin', 'holidays']) {
    const value = tree[name]
    if (typeof value === 'string') tree[name] = resolve(folder, value)
  }
  for (const [name, { path, read }] of Object.entries(VARIABLES)) {
    const value = env[name]
    if (value === undefined || value === '') continue
    put(tree, path, read(value))
    origin.set(path, name)
  }
  for (const path of SECRET_PATHS) {
    const name = Object.keys(VARIABLES).find((one) => VARIABLES[one]?.path === path)
    const named = name && env[`${name}_FILE`]
    if (named) {
      put(tree, path, { file: resolve(named) })
      origin.set(path, `${name}_FILE`)
    }
    const secret = readSecret(lookUp(tree, path), folder)
    if (secret instanceof Error) issues.push(issueAt(path, 'FILE_MISSING', secret.message, origin))
    else if (secret !== undefined) put(tree, path, secret)
  }
  const result = Config.safeParse(tree, { error: localeError })
  if (!result.success) {
    for (const issue of result.error.issues) {
      const path = issue.path.map(String)
      // A secret whose file cannot be read is told of once.
      if (issues.some((known) => known.path[0] === (origin.get(path.join('.')) ?? path.join('.')))) continue
      if (issue.code === 'unrecognized_keys') {
        for (const key of issue.keys) {
          issues.push(issueAt([...path, key].join('.'), 'UNKNOWN_FIELD', `没有“${key}”这一项，请去掉。`, origin))
        }
      } else issues.push(issueAt(path.join('.'), issue.code.toUpperCase(), issue.message, origin))
    }
  }
  if (result.success && issues.length === 0) return result.data
  throw new ServerError('CONFIG_INVALID', { issues })
}

function issueAt(path: string, code: string, message: string, origin: ReadonlyMap<string, string>): ErrorIssue {
  return { code, path: [origin.get(path) ?? path], message }
}

function readTree(file: string): Tree {
  const fail = (code: string, message: string): never => {
    throw new ServerError('CONFIG_INVALID', { issues: [{ code, path: [file], message }] })
  }
  let source: string
  try {
    source = readFileSync(file, 'utf8')
  } catch (error) {
    return fail('FILE_MISSING', `读不到配置文件：${error instanceof Error ? error.message : ''}`)
  }
  const document = parseDocument(source, { prettyErrors: true })
  const [broken] = document.errors
  if (broken) return fail('YAML_INVALID', `不是正确的 YAML：${broken.message}`)
  const value: unknown = document.toJS({ maxAliasCount: 0 }) ?? {}
  if (typeof value === 'object' && !Array.isArray(value)) return value as Tree
  return fail('SHAPE', '配置文件应是“名称: 值”的形式。')
}

/** The text of `{ file: PATH }`, without the end of line an editor leaves. @returns undefined where no file is named */
function readSecret(value: unknown, folder: string): string | Error | undefined {
  if (typeof value !== 'object' || value === null || !('file' in value) || typeof value.file !== 'string') return
  const file = resolve(folder, value.file)
  try {
    return readFileSync(file, 'utf8').trimEnd()
  } catch {
    return new Error(`读不到文件 ${file}，请检查路径和权限。`)
  }
}

function lookUp(tree: Tree, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((at, key) => (isTree(at) && Object.hasOwn(at, key) ? at[key] : undefined), tree)
}

function put(tree: Tree, path: string, value: unknown): void {
  const keys = path.split('.')
  const last = keys.pop() ?? path
  let at = tree
  for (const key of keys) {
    const next = Object.hasOwn(at, key) ? at[key] : undefined
    const branch: Tree = isTree(next) ? next : {}
    at[key] = branch
    at = branch
  }
  at[last] = value
}

function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
