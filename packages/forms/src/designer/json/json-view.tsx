import { useEffect, useMemo, useRef, useState } from 'react'
import { checkForm } from '../../schema/check-form.ts'
import type { FormDefinition } from '../../schema/form-definition.ts'
import { onForm } from '../document/draft.ts'
import { useDesigner } from '../state/use-designer.ts'
import { useTexts } from '../texts.ts'
import { jsonPlaces, lineAt, placeOf, syntaxErrorAt } from './json-places.ts'

interface JsonIssue {
  at: number
  to: number
  line: number
  place: string
  message: string
}

/** The form file as text, checked as one types; what is right is in the form at once, what is wrong is listed with its line. */
export function JsonView() {
  const designer = useDesigner()
  const texts = useTexts()
  const area = useRef<HTMLTextAreaElement>(null)
  const numbers = useRef<HTMLPreElement>(null)
  const written = useMemo(() => JSON.stringify(designer.form, undefined, 2), [designer.form])
  const [text, setText] = useState(written)
  const own = useRef(designer.form)
  useEffect(() => {
    if (own.current !== designer.form) setText(written)
    own.current = designer.form
  }, [written, designer.form])
  const issues = useMemo(() => issuesIn(text, texts.json.syntax), [text, texts])

  const change = (next: string) => {
    setText(next)
    if (issuesIn(next, texts.json.syntax).length > 0) return
    // checkForm has gone through every node: the text is what the type says.
    const form = JSON.parse(next) as FormDefinition
    if (
      designer.run(
        onForm(() => form),
        'json',
      )
    )
      own.current = designer.latest()
  }
  const jump = (issue: JsonIssue) => {
    const element = area.current
    if (!element) return
    element.focus()
    element.setSelectionRange(issue.at, issue.to)
    element.scrollTop = Math.max(0, (issue.line - 5) * LINE_PX)
  }
  const lines = text.split('\n').length
  const wrong = new Set(issues.map((issue) => issue.line))
  return (
    <section className="zpd-json">
      <div className="zpd-json-text">
        <pre ref={numbers} aria-hidden>
          {Array.from({ length: lines }, (_, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: line numbers
            <span key={index} className={wrong.has(index + 1) ? 'zpd-error' : undefined}>
              {index + 1}
            </span>
          ))}
        </pre>
        <textarea
          ref={area}
          spellCheck={false}
          wrap="off"
          value={text}
          readOnly={designer.readOnly}
          aria-label={texts.json.label}
          aria-invalid={issues.length > 0 || undefined}
          aria-describedby="zpd-json-state"
          onChange={(event) => change(event.target.value)}
          onScroll={(event) => {
            if (numbers.current) numbers.current.scrollTop = event.currentTarget.scrollTop
          }}
        />
      </div>
      <aside className="zpd-json-issues" aria-live="polite">
        <p id="zpd-json-state">{issues.length === 0 ? texts.json.right : texts.json.wrong(issues.length)}</p>
        <ul>
          {issues.map((issue) => (
            <li key={`${issue.at} ${issue.message}`}>
              <button type="button" onClick={() => jump(issue)}>
                <b>{texts.json.line(issue.line)}</b> {issue.place}
                <br />
                {issue.message}
              </button>
            </li>
          ))}
        </ul>
      </aside>
    </section>
  )
}

/** Height of a line of the text, as in the style. */
const LINE_PX = 20

function issuesIn(text: string, syntax: string): JsonIssue[] {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    const at = syntaxErrorAt(text, error)
    return [{ at, to: at + 1, line: lineAt(text, at), place: '', message: syntax }]
  }
  const found = checkForm(value)
  if (found.length === 0) return []
  const places = jsonPlaces(text)
  return found.map(({ path, message }) => {
    const { from, to } = placeOf(places, path) ?? { from: 0, to: 0 }
    return { at: from, to, line: lineAt(text, from), place: path.slice(-2).join(' › '), message }
  })
}
