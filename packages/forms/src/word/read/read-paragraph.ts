import { flatten } from './flatten.ts'
import { MOST_TEXT } from './office-document.ts'
import { child, childrenNamed, childValue, type XmlNode } from './parse-xml.ts'
import { isSymbolBox, plainBoxes } from './tick-boxes.ts'

/** What the text of a paragraph or cell brings along. */
export interface Found {
  /** Choices of drop-down lists. */
  options: string[]
  alias?: string
  date: boolean
  /** Contents of text boxes: paragraphs and tables. */
  boxes: XmlNode[]
  pageBreak: boolean
}

/** A blank to be filled in. */
export const BLANK = '____'

export function nothingFound(): Found {
  return { options: [], date: false, boxes: [], pageBreak: false }
}

/**
 * The text of a paragraph as it is read on paper: tracked deletions, hidden text, footnotes and field codes left out; tick boxes of any
 * kind are `□`; what is to be filled in (underlined blanks, content controls that show their hint) is `____`.
 */
export function paragraphText(paragraph: XmlNode, found: Found, around: XmlNode[] = []): string {
  if (child(child(paragraph, 'pPr'), 'pageBreakBefore')) found.pageBreak = true
  let shown: XmlNode | undefined
  return flatten(paragraph, around)
    .map(({ node, controls }) => {
      const control = controls.at(-1)
      if (!control) return inlineText(node, found)
      const first = control !== shown
      shown = control
      return controlText(control, found, first) ?? withoutHint(inlineText(node, found), first)
    })
    .join('')
}

/** What stands for a content control's content: a box, a blank; `undefined` when its content counts. */
function controlText(control: XmlNode, found: Found, first: boolean): string | undefined {
  const alias = childValue(control, 'alias')
  if (alias) found.alias = alias
  if (child(control, 'checkbox')) return first ? '□' : ''
  const list = child(control, 'dropDownList') ?? child(control, 'comboBox')
  if (first) found.options.push(...childrenNamed(list, 'listItem').flatMap(itemText))
  if (child(control, 'date')) found.date = true
  if (!list && !child(control, 'showingPlcHdr')) return undefined
  return first ? BLANK : ''
}

/** What programs write into an empty control is no content, where they forget to say so. */
function withoutHint(text: string, first: boolean): string {
  if (!/^\s*(单击或点击|单击|点击)此处/.test(text)) return text
  return first ? BLANK : ''
}

/** An entry of a drop-down list; the hint at its head has no value. */
function itemText({ attributes }: XmlNode): string[] {
  const { displayText, value } = attributes
  return value && !/^(选择一项|请选择)/.test(displayText ?? value) ? [displayText || value] : []
}

function inlineText(node: XmlNode, found: Found): string {
  if (node.name === 'r') return runText(node, found)
  if (node.name === 'pPr') return ''
  if (node.name === 'pict' || node.name === 'drawing' || node.name === 'object') {
    found.boxes.push(...boxContents(node))
    return ''
  }
  return node.name === '#text' ? '' : node.children.map((inner) => inlineText(inner, found)).join('')
}

function runText(run: XmlNode, found: Found): string {
  const properties = child(run, 'rPr')
  if (child(properties, 'vanish')) return ''
  const fonts = child(properties, 'rFonts')?.attributes ?? {}
  const text = flatten(run)
    .map(({ node }) => runPart(node, fonts.ascii ?? fonts.hAnsi ?? '', found))
    .join('')
  const underline = childValue(properties, 'u')
  const blank = underline !== '' && underline !== 'none' && text.length >= 2 && text.trim() === ''
  return blank ? BLANK : plainBoxes(text)
}

function runPart(node: XmlNode, font: string, found: Found): string {
  switch (node.name) {
    case 't': {
      const text = node.children.map((inner) => inner.text.slice(0, MOST_TEXT)).join('')
      return [...text].map((letter) => (isSymbolBox(font, letter.codePointAt(0) ?? 0) ? '□' : letter)).join('')
    }
    case 'sym': {
      const { font: own = '', char = '' } = node.attributes
      return isSymbolBox(own, Number.parseInt(char, 16)) ? '□' : ''
    }
    case 'br':
      if (node.attributes.type !== 'page') return '\n'
      found.pageBreak = true
      return ''
    case 'cr':
      return '\n'
    case 'tab':
    case 'ptab':
      return '  '
    case 'noBreakHyphen':
      return '-'
    case 'fldChar':
      return formFieldText(child(node, 'ffData'), found)
    case 'ruby':
      return flatten(child(node, 'rubyBase'))
        .map(({ node: base }) => inlineText(base, found))
        .join('')
    case 'drawing':
    case 'pict':
    case 'object':
      return inlineText(node, found)
    default:
      return ''
  }
}

/** A legacy form field: what stands between its begin and end is its hint. */
function formFieldText(data: XmlNode | undefined, found: Found): string {
  if (child(data, 'checkBox')) return '□'
  const list = child(data, 'ddList')
  found.options.push(...childrenNamed(list, 'listEntry').flatMap(({ attributes }) => attributes.val ?? []))
  return ''
}

function boxContents(node: XmlNode): XmlNode[] {
  if (node.name === 'txbxContent') return flatten(node).map((inner) => inner.node)
  return flatten(node).flatMap((inner) => boxContents(inner.node))
}
