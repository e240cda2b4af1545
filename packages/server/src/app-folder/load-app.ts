import { ServerError } from '../errors.ts'
import type { AppFolder, AppIssue } from './app.ts'
import { checkDecisions } from './check-decisions.ts'
import { checkDirectory } from './check-directory.ts'
import { checkMatters } from './check-matters.ts'
import { checkRegisters } from './check-registers.ts'
import { readApp } from './read-app.ts'

/** Everything wrong with an application folder: its files, and what they demand of each other. */
export async function checkApp(folder: string): Promise<AppIssue[]> {
  const { app, issues } = await readApp(folder)
  return [...issues, ...(await checkDemands(app))]
}

async function checkDemands(app: AppFolder): Promise<AppIssue[]> {
  return [...checkDirectory(app), ...checkRegisters(app), ...checkDecisions(app), ...(await checkMatters(app))]
}

/**
 * An application that is fit to run.
 *
 * @throws ServerError `APP_INVALID` with every error as an issue, the file first in its path; nothing is half-loaded
 */
export async function loadApp(folder: string): Promise<AppFolder> {
  const { app, issues } = await readApp(folder)
  const errors = [...issues, ...(await checkDemands(app))].filter(({ severity }) => severity === 'error')
  if (errors.length === 0) return app
  throw new ServerError('APP_INVALID', {
    detail: `应用 ${folder} 有 ${errors.length} 处错误，第一处在 ${errors[0]?.file}：${errors[0]?.message}`,
    issues: errors.map(({ file, path, code, message }) => ({ code, path: [file, ...path], message })),
  })
}
