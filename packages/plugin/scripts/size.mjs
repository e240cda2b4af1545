/*
 * Prints what a browser loads for each screen (JavaScript and CSS, gzip) and fails when one is over its goal.
 * Reads the manifest of the last `vite build`: a screen is the entry, the chunks of its panel, and, where a form is shown, the
 * controls of 附件1, the largest form at hand, with every field open: the applicant who files or corrects it.
 * What comes only when it is opened (the pad for a signature, the frame of a photo, the diagram) is not counted.
 */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

const dist = (path) => fileURLToPath(new URL(`../dist/${path}`, import.meta.url))
const manifest = JSON.parse(readFileSync(dist('.vite/manifest.json'), 'utf8'))

const FORM = '../../../examples/zibo-talent-cards/forms/huicai-quota.form.json'
const FIELDS = '../forms/src/react/fields'
const EVERYDAY = `${FIELDS}/everyday-controls.ts`

/** Which module brings the control of a component. */
const CONTROLS = {
  Attachments: EVERYDAY,
  Checkbox: EVERYDAY,
  CreditCode: EVERYDAY,
  Input: EVERYDAY,
  Photo: EVERYDAY,
  Radio: EVERYDAY,
  ResidentId: EVERYDAY,
  Resume: EVERYDAY,
  Signature: EVERYDAY,
  TextArea: EVERYDAY,
  DatePicker: `${FIELDS}/date-control.tsx`,
  DateRange: `${FIELDS}/date-range-control.tsx`,
  Division: `${FIELDS}/division-control.tsx`,
  Person: `${FIELDS}/directory-control.tsx`,
  Unit: `${FIELDS}/directory-control.tsx`,
  Money: `${FIELDS}/money-control.tsx`,
  NumberPicker: `${FIELDS}/number-control.tsx`,
  Select: `${FIELDS}/select-control.tsx`,
  SubTable: `${FIELDS}/sub-table/sub-table-rows.tsx`,
  ChoiceBox: undefined,
  Opinion: undefined,
  Section: undefined,
}

/** The names of the components of a node's fields, columns of tables included. */
function componentsOf({ properties = {}, items }) {
  const inside = Object.values(properties).flatMap((field) => [field['x-component'] ?? 'Input', ...componentsOf(field)])
  return items ? [...inside, ...componentsOf(items)] : inside
}

/** The modules of the controls of a form, whoever fills it. */
function controlsOf(path) {
  const { schema } = JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'))
  return [...new Set(componentsOf(schema))].flatMap((name) => {
    if (!(name in CONTROLS)) throw new Error(`where does the control of ${name} come from?`)
    return CONTROLS[name] ?? []
  })
}

const filled = controlsOf(FORM)

/** Screens, the modules that they add to the entry, and their goals in kB. */
const SCREENS = [
  { name: 'inbox', modules: [], goal: 200 },
  { name: 'task', modules: ['src/panels/TaskPanel/TaskPanel.tsx', ...filled], goal: 450 },
  { name: 'apply', modules: ['src/panels/Apply/Apply.tsx', ...filled], goal: 450 },
  { name: 'review', modules: ['src/panels/TaskPanel/TaskPanel.tsx'], goal: 400 },
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
