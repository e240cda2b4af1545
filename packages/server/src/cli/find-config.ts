import { existsSync } from 'node:fs'
import { ServerError } from '../errors.ts'
import { CommandFailure } from './command-failure.ts'

/** Looked for where the command runs. */
export const CONFIG_FILES = ['zhupi.config.yaml', 'zhupi.config.yml', 'zhupi.config.json']

export function findConfig(): string | undefined {
  return CONFIG_FILES.find((file) => existsSync(file))
}

/** Tells line by line what is wrong with a configuration or an application. */
export function explainConfig(error: unknown): never {
  if (error instanceof ServerError && (error.code === 'APP_INVALID' || error.code === 'CONFIG_INVALID')) {
    const lines = (error.issues ?? []).map(({ path, code, message }) => `${path.join(': ')}: ${code} ${message}`)
    throw new CommandFailure([error.message, ...lines].join('\n'), 1, { cause: error })
  }
  throw error
}
