import { describe, expect, it } from 'vitest'
import { FlowError, type FlowErrorCode, fromOther, lint, parse } from '../index.ts'
import { MAX_BYTES, MAX_DEPTH } from './limits.ts'

/** What a diagram from outside may try: each is refused with a code, or is read as the plain text that it is. */

const NS = 'xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zhupi="urn:zhupi:bpmn:1"'
const definitions = (inside: string, attributes = NS) => `<definitions ${attributes}>${inside}</definitions>`
const process = (inside: string, roots = '') =>
  definitions(`${roots}<process id="p" isExecutable="true"><startEvent id="s" />${inside}</process>`)
const flow = (source: string, target: string) => `<sequenceFlow sourceRef="${source}" targetRef="${target}" />`
const times = (count: number, part: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => part(index)).join('')
const nested = (depth: number, open: (at: number) => string, close: string, inside = '') =>
  times(depth, open) + inside + close.repeat(depth)
const plain = process(`<userTask id="u" />${flow('s', 'u')}`)

const lol = times(9, (at) => `<!ENTITY lol${at + 1} "${`&lol${at};`.repeat(10)}">`)

/** `reads`: it is taken, and does no harm. */
type Outcome = FlowErrorCode | 'reads'
const CASES: Record<string, readonly (readonly [name: string, xml: string, outcome: Outcome])[]> = {
  'entities and document types': [
    [
      'a billion laughs',
      `<!DOCTYPE d [<!ENTITY lol0 "lol">${lol}]>${process('<task id="t" name="&lol9;" />')}`,
      'DIAGRAM_INVALID',
    ],
    [
      'a quadratic blow-up',
      `<!DOCTYPE d [<!ENTITY a "${'a'.repeat(100_000)}">]>${process(`<task id="t" name="${'&a;'.repeat(10_000)}" />`)}`,
      'DIAGRAM_INVALID',
    ],
    [
      'a file by an external entity',
      `<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>${process('<task id="t" name="&x;" />')}`,
      'DIAGRAM_INVALID',
    ],
    [
      'an address by an external entity',
      `<!DOCTYPE d [<!ENTITY x SYSTEM "http://127.0.0.1/">]>${process('<task id="t" name="&x;" />')}`,
      'DIAGRAM_INVALID',
    ],
    [
      'a parameter entity',
      `<!DOCTYPE d [<!ENTITY % x SYSTEM "http://127.0.0.1/x.dtd"> %x;]>${plain}`,
      'DIAGRAM_INVALID',
    ],
    ['an external document type', `<!DOCTYPE d SYSTEM "http://127.0.0.1/x.dtd">${plain}`, 'DIAGRAM_INVALID'],
    ['a public document type', `<!DOCTYPE d PUBLIC "-//x//x" "http://127.0.0.1/x.dtd">${plain}`, 'DIAGRAM_INVALID'],
    ['a document type in small letters', `<!doctype d>${plain}`, 'DIAGRAM_INVALID'],
    ['a document type behind a declaration', `<?xml version="1.0"?>\n<!DOCTYPE d>${plain}`, 'DIAGRAM_INVALID'],
    ['a document type inside an element', process('<!DOCTYPE d><task id="t" />'), 'DIAGRAM_INVALID'],
    ['an entity declaration alone', `<!ENTITY a "b">${plain}`, 'DIAGRAM_INVALID'],
    ['an entity that nobody declared', process('<task id="t" name="&nobody;" />'), 'reads'],
    ['a reference to no character', process('<task id="t" name="&#x110000;" />'), 'reads'],
    ['a reference to NUL', process('<task id="t" name="&#0;" />'), 'reads'],
    ['a document type in a comment', process('<!-- <!DOCTYPE d> --><task id="t" />'), 'reads'],
    [
      'a document type in CDATA',
      process('<documentation><![CDATA[<!DOCTYPE d [<!ENTITY a "b">]>]]></documentation>'),
      'reads',
    ],
    ['a document type in an attribute', process('<task id="t" name="<!DOCTYPE d>" />'), 'reads'],
    [
      'an XInclude',
      process('<task id="t" /><xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd" />'),
      'DIAGRAM_INVALID',
    ],
    ['a stylesheet', `<?xml-stylesheet href="http://127.0.0.1/x.xsl"?>${plain}`, 'reads'],
    [
      'an import from outside',
      definitions(
        '<import importType="x" location="file:///etc/passwd" namespace="n" /><process id="p"><startEvent id="s" /></process>',
      ),
      'reads',
    ],
  ],
  'size and depth': [
    ['10 MB of blanks', plain + ' '.repeat(10_000_000), 'DIAGRAM_TOO_LARGE'],
    ['10 MB in one attribute', process(`<task id="t" name="${'x'.repeat(10_000_000)}" />`), 'DIAGRAM_TOO_LARGE'],
    ['10 MB of comments', process('<!-- x -->'.repeat(1_000_000)), 'DIAGRAM_TOO_LARGE'],
    [
      'small in characters, large in bytes',
      process(`<task id="t" name="${'朱'.repeat(MAX_BYTES / 3)}" />`),
      'DIAGRAM_TOO_LARGE',
    ],
    ['elements half a million deep', '<a>'.repeat(500_000), 'DIAGRAM_TOO_LARGE'],
    [
      'sub-processes one too deep',
      process(nested(MAX_DEPTH, (at) => `<subProcess id="x${at}">`, '</subProcess>')),
      'DIAGRAM_TOO_LARGE',
    ],
    [
      'lanes one too deep',
      process(nested(MAX_DEPTH, (at) => `<laneSet id="l${at}"><lane id="k${at}">`, '</lane></laneSet>')),
      'DIAGRAM_TOO_LARGE',
    ],
    [
      'extensions one too deep',
      process(
        `<task id="t"><extensionElements>${nested(MAX_DEPTH, () => '<x:a xmlns:x="x">', '</x:a>')}</extensionElements></task>`,
      ),
      'DIAGRAM_TOO_LARGE',
    ],
    ['depth hidden behind a quoted >', '<a b=">">'.repeat(500), 'DIAGRAM_TOO_LARGE'],
    ['ten thousand attributes', process(`<task id="t" ${times(10_000, (at) => `a${at}="x" `)} />`), 'reads'],
    [
      'ten thousand names of a namespace',
      definitions(
        '<process id="p"><startEvent id="s" /></process>',
        `${NS} ${times(10_000, (at) => `xmlns:n${at}="urn:n${at}" `)}`,
      ),
      'reads',
    ],
    ['twenty thousand elements', process(times(20_000, (at) => `<task id="t${at}" />`)), 'reads'],
    ['a name of a megabyte', process(`<task id="t" name="${'x'.repeat(1_000_000)}" />`), 'reads'],
  ],
  'broken XML': [
    ['nothing', '', 'DIAGRAM_INVALID'],
    ['blanks', ' \n\t', 'DIAGRAM_INVALID'],
    ['NUL', '\0', 'DIAGRAM_INVALID'],
    ['JSON', '{"definitions":{}}', 'DIAGRAM_INVALID'],
    ['a PNG', '\x89PNG\r\n\x1a\n', 'DIAGRAM_INVALID'],
    ['a tag that does not end', '<definitions', 'DIAGRAM_INVALID'],
    ['an attribute that does not end', '<definitions a="', 'DIAGRAM_INVALID'],
    ['a comment that does not end', `<!-- ${plain}`, 'DIAGRAM_INVALID'],
    ['CDATA that does not end', process('<documentation><![CDATA[x</documentation>'), 'DIAGRAM_INVALID'],
    ['an instruction that does not end', `<?xml ${plain.replaceAll('?>', '')}`, 'DIAGRAM_INVALID'],
    ['an element that does not end', plain.replace('</definitions>', ''), 'DIAGRAM_INVALID'],
    ['crossed elements', process('<subProcess id="a"></process></subProcess>'), 'DIAGRAM_INVALID'],
    ['two roots', plain + plain, 'DIAGRAM_INVALID'],
    ['only closing tags', '</a>'.repeat(1_000), 'DIAGRAM_INVALID'],
    ['another root', '<html xmlns="http://www.w3.org/1999/xhtml" />', 'DIAGRAM_INVALID'],
    [
      'a root without a namespace',
      '<definitions><process id="p"><startEvent id="s" /></process></definitions>',
      'DIAGRAM_INVALID',
    ],
    ['an attribute twice', process('<task id="t" name="a" name="b" />'), 'DIAGRAM_INVALID'],
  ],
  encodings: [
    ['a byte order mark', `\ufeff${plain}`, 'reads'],
    ['one that says UTF-16', `<?xml version="1.0" encoding="UTF-16"?>${plain}`, 'reads'],
    ['one that says UTF-7', `<?xml version="1.0" encoding="UTF-7"?>${plain}`, 'reads'],
    ['one that nobody knows', `<?xml version="1.0" encoding="x-nothing"?>${plain}`, 'reads'],
    ['half a surrogate', process('<task id="t" name="\ud800" />'), 'reads'],
    ['directions turned round', process('<task id="t" name="\u202eorp" />'), 'reads'],
    ['bytes of UTF-16 read as text', [...plain].map((char) => `${char}\0`).join(''), 'DIAGRAM_INVALID'],
  ],
  'ids and references': [
    ...['__proto__', 'constructor', 'prototype'].map(
      (id) => [`an element called ${id}`, process(`<task id="${id}" />`), 'DIAGRAM_INVALID'] as const,
    ),
    ...['toString', 'hasOwnProperty', 'valueOf'].map(
      (id) => [`an element called ${id}`, process(`<userTask id="${id}" />${flow('s', id)}`), 'reads'] as const,
    ),
    [
      'a message called __proto__',
      process('<receiveTask id="r" messageRef="__proto__" />', '<message id="__proto__" name="__proto__" />'),
      'reads',
    ],
    [
      'a flow to what a message called __proto__ has',
      process('<sequenceFlow id="f" sourceRef="s" targetRef="name" />', '<message id="__proto__" name="m" />'),
      'REFERENCE_MISSING',
    ],
    ['a reference to __proto__', process('<receiveTask id="r" messageRef="__proto__" />'), 'REFERENCE_MISSING'],
    ['a reference to constructor', process('<receiveTask id="r" messageRef="constructor" />'), 'REFERENCE_MISSING'],
    ['a flow to toString', process('<sequenceFlow id="f" sourceRef="s" targetRef="toString" />'), 'REFERENCE_MISSING'],
    ['one id twice', process('<task id="t" /><task id="t" />'), 'DIAGRAM_INVALID'],
    [
      'one id in two processes',
      definitions('<process id="p"><startEvent id="s" /></process><process id="q"><startEvent id="s" /></process>'),
      'DIAGRAM_INVALID',
    ],
    [
      'a process and a step of one id',
      definitions('<process id="p"><startEvent id="p" /></process>'),
      'DIAGRAM_INVALID',
    ],
    ['an id with a slash, as called processes have', process('<task id="q/t" />'), 'DIAGRAM_INVALID'],
    ['an id with a hash, as instances have', process('<task id="t#each" />'), 'DIAGRAM_INVALID'],
    ['an element without an id', process('<task />'), 'DIAGRAM_INVALID'],
    [
      'a flow to a message',
      process('<sequenceFlow id="f" sourceRef="s" targetRef="m" />', '<message id="m" name="m" />'),
      'REFERENCE_MISSING',
    ],
    [
      'a boundary event on itself',
      process(
        '<boundaryEvent id="b" attachedToRef="b"><timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition></boundaryEvent>',
      ),
      'DIAGRAM_INVALID',
    ],
  ],
}

async function outcome(work: () => Promise<unknown>): Promise<string> {
  try {
    await work()
    return 'reads'
  } catch (error) {
    if (error instanceof FlowError) return error.code
    throw error
  }
}

describe.each(Object.entries(CASES))('%s', (_, cases) => {
  it.each(cases)('%s', async (_name, xml, expected) => {
    expect(await outcome(() => parse(xml))).toBe(expected)
    // What else takes diagrams refuses by a code as well, if it refuses.
    await outcome(() => fromOther(xml))
    await outcome(() => lint(xml))
    expect(Object.keys(Object.prototype)).toEqual([])
  })
})

it('refuses what is no text', async () => {
  for (const value of [undefined, null, 0, {}, [], new Uint8Array(3)]) {
    expect(await outcome(() => parse(value as never))).toBe('DIAGRAM_INVALID')
  }
})
