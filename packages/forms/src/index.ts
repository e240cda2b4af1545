/** `@zhupi/forms`: forms without a screen. Runs in Node and in the browser, without React. */
export type { AccessLevel, AccessMap, FieldAccess } from './access/access.ts'
export { accessOf, levelOf } from './access/access-of.ts'
export { filterValues } from './access/filter-values.ts'
export { maskText, maskValue, maskValues } from './access/mask-values.ts'
export { mergeValues } from './access/merge-values.ts'
export { type Attachment, isAttachment } from './components/attachments.ts'
export { isTicked } from './components/choice-box.ts'
export type { ComponentDescription, PrintWay, PropDescription } from './components/component.ts'
export { COMPONENTS, componentNamed, componentOf } from './components/components.ts'
export { datePrecision } from './components/date-picker.ts'
export { chinaDay, chineseDate, type DatePrecision, formatDate, isIsoDate } from './components/iso-date.ts'
export { moneyInWords } from './components/money-in-words.ts'
export { fieldOptions, type Option, optionLabel } from './components/options.ts'
export { isResumeLine, type ResumeLine, resumeSpan } from './components/resume.ts'
export { DICTIONARIES, dictionary, dictionaryLabel, hasDictionary } from './dictionaries/dictionaries.ts'
export { divisionName, divisionOptions, divisionWithin } from './dictionaries/divisions.ts'
export { FORM_ERRORS, FormError, type FormErrorCode } from './errors.ts'
export type { Format } from './formats/format.ts'
export { FORMATS, formatNamed } from './formats/formats.ts'
export { residentIdFacts } from './formats/resident-id.ts'
export { escapeHtml } from './paper/escape-html.ts'
export { type LabelLines, labelLines } from './paper/label-lines.ts'
export { type LayoutFault, layout, type PaperLayout, type PlacedCell, paperPages } from './paper/layout.ts'
export type { Opinion } from './paper/opinion.ts'
export { opinionsOf, opinionText } from './paper/opinion-html.ts'
export { paperCss } from './paper/paper-css.ts'
export { type PaperHtmlOptions, paperHtml } from './paper/paper-html.ts'
export { sealSvg, sealTilt } from './paper/seal-svg.ts'
export { checkForm } from './schema/check-form.ts'
export { diff, type FormChange } from './schema/diff.ts'
export type {
  DictionaryEntry,
  Expressible,
  FieldSchema,
  FormDefinition,
  FormSchema,
  FormValues,
  Json,
  Paper,
  PaperCell,
  Reaction,
  Sensitivity,
  Validator,
} from './schema/form-definition.ts'
export { formJsonSchema } from './schema/form-json-schema.ts'
export type { Issue } from './schema/issue.ts'
export { parseForm } from './schema/parse-form.ts'
export { type FieldPlace, fieldAt, isObjectField, isSubTable, walkFields } from './schema/walk-fields.ts'
export { displayValue } from './values/display-value.ts'
export { isEmpty } from './values/is-empty.ts'
export { validateValues } from './values/validate-values.ts'
export {
  createValuesCheck,
  type ValidatedValues,
  type ValidateOptions,
  type ValuesCheck,
} from './values/values-check.ts'
