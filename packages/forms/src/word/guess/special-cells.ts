import type { FieldSchema } from '../../schema/form-definition.ts'
import { dateGuess, isSignature, nameOf, shortBlanks } from './blanks.ts'
import { boxedText, guessChoices, readChoices } from './choices.ts'
import { type Ask, clean, type FormCell, isBlank, type Neighbours } from './form-cell.ts'
import { type FieldGuess, guessField } from './guess-field.ts'
import { cleanLabel } from './label.ts'
import { isHint, labelOf } from './label-of.ts'

const OPINION = /意见|批示|审批|审核|核准|审查|评审|会签/
const FOOT = /盖\s*章|公\s*章|印\s*章|签\s*[字名章]|年[\s_\u3000]+月/
const FOOT_WORDS =
  /[（(]?(加盖|单位|部门|领导|负责人|主要|分管|经办人|局长|科长|处长|主任|审批人|审核人|科室|处室|公章|印章|盖章|签字|签名|签章|日期|年|月|日)[）)]?|[（）()：:_\s、/]/g
const UNIT_ONLY = /^[（(]?(元|万元|天|人|名|个|台|套|岁|%|％|平方米|㎡|公里|次|小时|份|页|km)[）)]?$/

/** What a cell says of itself: photo, opinion, choices, date, unit, hint. `undefined` when it is plain text. */
export function specialAsk(cells: Neighbours, cell: FormCell): Ask | undefined {
  const label = labelOf(cells, cell)
  const beside = cleanLabel(label?.text ?? '')
  return (
    photoAsk(cells, cell) ??
    opinionAsk(cell, beside) ??
    optionsAsk(cell) ??
    choicesAsk(cell, beside) ??
    dateAsk(cell, beside) ??
    unitAsk(cells, cell, beside) ??
    hintAsk(cells, cell, beside)
  )
}

function photoAsk(cells: Neighbours, cell: FormCell): Ask | undefined {
  const text = clean(cell.text)
  if (text.length > 24 || !/^.{0,12}(照片|相片|免冠照).{0,12}$/.test(text)) return undefined
  if (cell.rowSpan === 1 && isBlank(cells.right(cell))) return undefined
  const size = /二寸|2寸|两寸/.test(text) ? { width: 35, height: 49 } : undefined
  const schema: FieldSchema = { type: 'string', 'x-component': 'Photo', ...(size ? { 'x-component-props': size } : {}) }
  return { label: '照片', guess: { schema, confidence: 0.95, why: '写着“照片”的格子' } }
}

function opinionAsk(cell: FormCell, beside: string): Ask | undefined {
  const text = clean(cell.text)
  if (!FOOT.test(shortBlanks(cell.text)) || boxedText(cell.text).includes('□')) return undefined
  const props = { seal: /[盖公印]章/.test(text), ...(/签[字名章]/.test(text) ? { signature: true } : {}) }
  const guess = (confidence: number, why: string): FieldGuess => ({
    schema: { type: 'array', 'x-component': 'Opinion', 'x-component-props': props },
    confidence,
    why,
  })
  const own = /^[^：:。]{0,24}?(意见|批示|审批|审核)/.exec(text)?.[0]
  if (own) return { label: cleanLabel(own), guess: guess(0.95, '“意见”与盖章、签字、年月日在一格') }
  const said = text.replace(FOOT_WORDS, '')
  if (OPINION.test(beside) && said.length <= 80) {
    const description = said.length > 1 ? { description: text.slice(0, 200) } : {}
    const asked = guess(0.9, '左边是意见，格子里是盖章、签字、年月日')
    return { label: '', text: '', guess: { ...asked, schema: { ...asked.schema, ...description } } }
  }
  const sealed = props.seal && said === '' && beside !== '' && /年/.test(text)
  return sealed ? { label: '', text: '', guess: guess(0.7, '只有盖章和年月日的格子') } : undefined
}

/** Drop-down lists and date pickers that stand in the cell. */
function optionsAsk(cell: FormCell): Ask | undefined {
  if (!isBlank({ ...cell, options: undefined })) return undefined
  const options = [...new Set(cell.options ?? [])]
  if (options.length > 0) {
    return {
      label: '',
      guess: {
        schema: { type: 'string', enum: options, 'x-component': 'Select' },
        confidence: 0.98,
        why: '格子里有下拉列表',
      },
    }
  }
  return cell.date ? { label: '', guess: { ...dateGuess('年月日', false), why: '格子里有日期选择' } } : undefined
}

function choicesAsk(cell: FormCell, beside: string): Ask | undefined {
  const [question, ...more] = readChoices(cell.text)
  if (!question || more.length > 0) return undefined
  const lead = cleanLabel(question.lead)
  const named = lead !== '' && (beside === '' || /[：:]\s*$/.test(question.lead))
  const label = named ? lead : ''
  return { label, guess: guessChoices(label || beside, question), ...(lead === '' ? {} : { text: question.lead }) }
}

function dateAsk(cell: FormCell, beside: string): Ask | undefined {
  const text = shortBlanks(cell.text).trim()
  if (
    beside === '' ||
    !/^(自|从)?(20)?[\s_]*年[\s_]*月/.test(text) ||
    !/^[自从\d\s_年月日时分至到止起—\-－~～]+$/.test(text)
  )
    return undefined
  return { label: '', guess: dateGuess(text, /[至到—\-－~～]/.test(text)) }
}

function unitAsk(cells: Neighbours, cell: FormCell, beside: string): Ask | undefined {
  const unit = UNIT_ONLY.exec(clean(cell.text).replace(/_/g, ''))?.[1]
  // Behind a blank it is the unit of that blank.
  if (!unit || beside === '' || cells.left(cell)?.ask) return undefined
  const money = unit === '元'
  const schema: FieldSchema = money
    ? { type: 'number', 'x-component': 'Money' }
    : { type: 'number', description: `单位：${unit}`, 'x-component': 'NumberPicker' }
  return { label: '', guess: { schema, confidence: 0.9, why: `格子里只有单位“${unit}”` } }
}

/** A remark in brackets tells how to fill in the cell it stands in. */
function hintAsk(cells: Neighbours, cell: FormCell, beside: string): Ask | undefined {
  const text = clean(cell.text)
  if (beside === '' || !isHint(text) || isBlank(cells.right(cell)) || isUnderHeading(cells, cell)) return undefined
  const guess = guessField(beside, cell.rowSpan > 1)
  const limit = Number(/(\d{2,4})字/.exec(text)?.[1])
  const prose = guess.schema['x-component'] === 'TextArea' && limit > 0
  return {
    label: '',
    guess: {
      ...guess,
      schema: { ...guess.schema, description: text.slice(1, -1), ...(prose ? { maxLength: limit } : {}) },
    },
  }
}

/** A remark between a heading and the empty cell below belongs to that cell. */
function isUnderHeading(cells: Neighbours, cell: FormCell): boolean {
  const left = cells.left(cell)
  return isBlank(cells.below(cell)) && (left === undefined || left.row > cell.row || isBlank(left))
}

/** The field of a blank within a text: a signature, else what its label says. */
export function blankGuess(label: string): FieldGuess {
  if (isSignature(label))
    return { schema: { type: 'string', 'x-component': 'Signature' }, confidence: 0.9, why: '写着“签字”' }
  return guessField(nameOf(label), false)
}
