/**
 * `npm start`: installs and builds what is missing or stale, then starts the example portal with Zhupi in it.
 * Plain Node without dependencies: it runs before anything is installed.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const PNPM = 'pnpm@10.34.8'
const FIRST_PORT = Number(process.env.PORT ?? 3000)

requireNode(20, 19)
process.chdir(ROOT)
step('install', ['pnpm-lock.yaml'], () => pnpm('install', '--frozen-lockfile'))
step('build', ['packages', 'examples/city-portal', 'tsconfig.base.json', 'pnpm-lock.yaml'], () => pnpm('run', 'build'))
await startPortal()

/** The first port from 3000 on that is free. */
async function startPortal() {
  const portal = await import(new URL('../examples/city-portal/dist/portal.js', import.meta.url).href)
  const { DEMO_PASSWORD, DEMO_WALKS } = await import(
    new URL('../examples/city-portal/dist/demo-accounts.js', import.meta.url).href
  )
  for (let port = FIRST_PORT; port < FIRST_PORT + 20; port++) {
    try {
      const { url } = await portal.startPortal({ port, dataFolder: join(ROOT, '.data/city-portal') })
      announce(url, DEMO_WALKS, DEMO_PASSWORD)
      return
    } catch (error) {
      if (error.code !== 'EADDRINUSE') throw error
      console.log(`Port ${port} is taken, trying ${port + 1}.`)
    }
  }
  fail(`Ports ${FIRST_PORT} to ${FIRST_PORT + 19} are taken. Set another one: PORT=8080 npm start`)
}

function announce(url, walks, password) {
  console.log(`\n  朱批 Zhupi  ${url}\n\n  示例账号（点一下即登录，密码 ${password}）：`)
  for (const { title, steps } of walks) {
    console.log(`\n  ${title}`)
    for (const [index, { name, does }] of steps.entries()) console.log(`    ${index + 1}. ${pad(name, 28)}${does}`)
  }
  console.log('\n  数据在 .data/ 里，删掉它就从头开始。按 Ctrl+C 停止。\n')
}

/** Pads to a width in columns of a terminal: a Chinese character takes two. */
function pad(text, width) {
  const columns = [...text].reduce((sum, character) => sum + (character.charCodeAt(0) > 0xff ? 2 : 1), 0)
  return text + ' '.repeat(Math.max(1, width - columns))
}

/** Runs `work` unless the sources are as they were when it last succeeded. */
function step(name, sources, work) {
  const stamp = join(ROOT, 'node_modules', '.zhupi', name)
  const now = fingerprint(sources)
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return
  console.log(`> ${name}`)
  work()
  mkdirSync(join(ROOT, 'node_modules', '.zhupi'), { recursive: true })
  writeFileSync(stamp, now)
}

/** Names, sizes and times of all files below, without what is made from them. */
function fingerprint(sources) {
  const hash = createHash('sha256')
  const visit = (path) => {
    const stat = statSync(path)
    if (!stat.isDirectory()) {
      hash.update(`${path}\0${stat.size}\0${stat.mtimeMs}\n`)
      return
    }
    for (const name of readdirSync(path).sort()) {
      if (!['node_modules', 'dist', 'test-results'].includes(name) && !name.endsWith('.tsbuildinfo'))
        visit(join(path, name))
    }
  }
  for (const source of sources) visit(source)
  return hash.digest('hex')
}

/** pnpm by npx: only Node and npm are needed. */
function pnpm(...args) {
  const npx = process.platform === 'win32' ? 'npx.cmd' : 'npx'
  const { status, error } = spawnSync(npx, ['--yes', PNPM, ...args], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  if (error)
    fail(`npx could not be started (${error.message}). It comes with npm: install Node from https://nodejs.org`)
  if (status !== 0) fail(`"pnpm ${args.join(' ')}" failed; what it says stands above. Nothing was started.`)
}

function requireNode(major, minor) {
  const [hasMajor = 0, hasMinor = 0] = process.versions.node.split('.').map(Number)
  if (hasMajor > major || (hasMajor === major && hasMinor >= minor)) return
  fail(`Zhupi needs Node ${major}.${minor} or newer; this is ${process.versions.node}. See https://nodejs.org`)
}

function fail(message) {
  console.error(message)
  process.exit(1)
}
