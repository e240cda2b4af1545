import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/**
 * Folder of the built plugin that is installed where the command runs: the server knows it by name only.
 *
 * @param from folder from which `@zhupi/plugin` is looked for
 */
export function findPlugin(from: string): string | undefined {
  try {
    const folder = join(
      dirname(createRequire(join(from, 'package.json')).resolve('@zhupi/plugin/package.json')),
      'dist',
    )
    return existsSync(join(folder, 'index.html')) ? folder : undefined
  } catch {
    // Not installed there: only the API answers.
    return undefined
  }
}
