/*
 * Prints what a browser loads for each screen (JavaScript and CSS, gzip) and fails when one is over its goal.
 * Reads the manifest of the last `vite build`: a screen is the entry plus the chunks of its panel.
 */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

const dist = (path) => fileURLToPath(new URL(`../dist/${path}`, import.meta.url))
const manifest = JSON.parse(readFileSync(dist('.vite/manifest.json'), 'utf8'))

/** Screens, the modules that they add to the entry, and their goals in kB. */
const SCREENS = [
  { name: 'inbox', modules: [], goal: 200 },
  { name: 'task', modules: ['src/panels/TaskPanel/TaskPanel.tsx'], goal: 450 },
  { name: 'apply', modules: ['src/panels/Apply/Apply.tsx'], goal: 450 },
  { name: 'case', modules: ['src/panels/CaseView/CaseView.tsx'], goal: 450 },
  { name: 'register', modules: ['src/panels/RegisterView/RegisterView.tsx'], goal: 200 },
]

/** Files of a module and of all that it imports at once. */
function filesOf(key, seen = new Set()) {
  if (seen.has(key)) return []
  seen.add(key)
  const { file, css = [], imports = [] } = manifest[key]
  return [file, ...css, ...imports.flatMap((each) => filesOf(each, seen))]
}

const print = (line) => process.stdout.write(`${line}\n`)

let over = false
for (const { name, modules, goal } of SCREENS) {
  const files = new Set(['index.html', ...modules].flatMap((key) => filesOf(key)))
  const bytes = [...files].reduce((sum, file) => sum + gzipSync(readFileSync(dist(file))).length, 0)
  const kilobytes = bytes / 1000
  over ||= kilobytes > goal
  print(`${name.padEnd(10)} ${kilobytes.toFixed(1).padStart(7)} kB gzip, goal ${goal} kB, ${files.size} files`)
}
print(`zhupi.js   ${(gzipSync(readFileSync(dist('zhupi.js'))).length / 1000).toFixed(1).padStart(7)} kB gzip`)
process.exitCode = over ? 1 : 0
