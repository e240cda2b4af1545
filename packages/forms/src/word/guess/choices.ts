import type { FieldSchema } from '../../schema/form-definition.ts'
import { clean } from './form-cell.ts'
import type { FieldGuess } from './guess-field.ts'
import { cleanLabel, safeText } from './label.ts'

/** One question with tick boxes. */
export interface Choices {
  /** What stands before the first box; '' when the label has a cell of its own. */
  lead: string
  options: string[]
  /** The paper says that several may be ticked. */
  many: boolean
}

const MANY = /可多选|多选|可选多项|可复选/
const MANY_LABEL = /材料|附件|证件|领域|语种|特长|需求|方面|工具|设备|随身|媒体|渠道/
const ONE_LABEL = /(类型|类别|性质|方式|等级|级别|状态)$/
/** Empty brackets of a form's foot are no boxes. */
const FOOTED = /签[字名章]|盖\s*章|公\s*章/
const OPPOSITES = /^(是否|否是|有无|无有|男女|女男|同意不同意|需要不需要|合格不合格|通过不通过)$/

/** Whether a text has boxes to tick; 口, ○ and empty brackets count where each stands beside a word and there are two of them. */
export function boxedText(text: string): string {
  if (text.includes('□')) return text
  const bracket = /[（(][\s\u3000]*[)）]/g
  if ((text.match(bracket)?.length ?? 0) >= 2 && !FOOTED.test(text)) return text.replace(bracket, '□')
  for (const box of [
    /(^|[\s\u3000：:])口(?=[\p{Script=Han}A-Z])/gu,
    /(^|[\s\u3000：:])[○〇](?=[\p{Script=Han}A-Z])/gu,
  ]) {
    if ((text.match(box)?.length ?? 0) >= 2) return text.replace(box, '$1□')
  }
  return text
}

/** The questions of a cell with boxes, in order; a line that begins with words begins a new question. */
export function readChoices(text: string): Choices[] {
  const questions: Choices[] = []
  let waiting = ''
  for (const line of boxedText(text).split('\n')) {
    const whole = line.trim()
    if (whole === '') continue
    if (!whole.includes('□')) {
      waiting += whole
      continue
    }
    const { lead, options } = lineChoices(whole)
    const current = questions.at(-1)
    if (current && lead === '' && waiting === '') current.options.push(...options)
    else questions.push({ lead: waiting + lead, options, many: false })
    waiting = ''
  }
  for (const question of questions) {
    question.many = MANY.test(text)
    question.options = [...new Set(question.options.map(optionText).filter(Boolean))]
  }
  return questions.filter(({ options }) => options.length > 0)
}

/** `□是 □否`, or `是□ 否□`. */
function lineChoices(line: string): { lead: string; options: string[] } {
  const parts = line.split('□')
  const before = parts[0]?.trim() ?? ''
  const boxLast = (parts.at(-1) ?? '').trim() === '' && before !== '' && !/[：:]$/.test(before)
  if (!boxLast) return { lead: before, options: parts.slice(1) }
  const colon = Math.max(before.lastIndexOf('：'), before.lastIndexOf(':'))
  const [lead, first] = [before.slice(0, colon + 1), before.slice(colon + 1)]
  return { lead, options: [first, ...parts.slice(1, -1)] }
}

function optionText(text: string): string {
  return safeText(clean(text.replace(MANY, '').replace(/_+/g, '')))
    .replace(/[、，,；;。.]+$/, '')
    .replace(/[：:]$/, '')
    .replace(/[（(](请注明|注明|请说明|填写)?[）)]$/, '')
    .slice(0, 100)
}

/** The field of a question. Opposites exclude each other; what the label says of several decides, else one is ticked. */
export function guessChoices(label: string, { options, many }: Choices): FieldGuess {
  const several = many || MANY.test(label)
  const likely = MANY_LABEL.test(label) && !ONE_LABEL.test(label) && options.length > 2
  const opposites = OPPOSITES.test(options.join(''))
  if (/性别/.test(label) && options.every((option) => /^[男女]$/.test(option))) return SEX
  const values = new Set<string>()
  const schema: FieldSchema = {
    type: several || (likely && !opposites) ? 'array' : 'string',
    enum: options.map((option) => {
      const short = option.replace(/[（(].*$/, '') || option
      const value = values.has(short) ? option : short
      values.add(value)
      return { label: option, value }
    }),
    'x-component': 'ChoiceBox',
  }
  if (opposites) return { schema, confidence: 0.95, why: `□ 选项“${options.join('、')}”互相排斥，作单选` }
  if (several) return { schema, confidence: 0.95, why: '写明可多选' }
  if (likely) return { schema, confidence: 0.65, why: `“${cleanLabel(label)}”多可选几项，先作多选` }
  return { schema, confidence: options.length <= 2 ? 0.9 : 0.8, why: '格子里有 □ 选项，先作单选' }
}

const SEX: FieldGuess = {
  schema: {
    type: 'string',
    'x-dictionary': 'GB/T 2261.1',
    enum: [
      { label: '男', value: '1' },
      { label: '女', value: '2' },
    ],
    'x-component': 'ChoiceBox',
  },
  confidence: 0.98,
  why: '性别',
}
