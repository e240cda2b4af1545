import { CloseOutlined, FileWordOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { componentNamed } from '../../components/components.ts'
import type { ImportGuess } from '../../word/import-guess.ts'
import { nodeOfValue } from '../document/nodes.ts'
import { useDesigner } from '../state/use-designer.ts'
import { useTexts } from '../texts.ts'
import { type ImportReview, type Sureness, sureness } from './use-import-review.ts'

const LEVELS: readonly Sureness[] = ['sure', 'look', 'ask']

/** What the import of a Word file guessed, the least sure first; gone when all is confirmed. */
export function ImportStrip({ review }: { review: ImportReview }) {
  const designer = useDesigner()
  const texts = useTexts()
  const { guesses, open, isClosed, close } = review
  if (isClosed || open.length === 0) return null
  const count = (level: Sureness) => guesses.filter((guess) => sureness(guess) === level).length
  const go = (guess: ImportGuess | undefined) => {
    const node = guess && nodeOfValue(designer.form, guess.path)
    if (node) designer.selectNode(node.path)
  }
  return (
    <section className="zpd-strip" aria-label={texts.import.label}>
      <FileWordOutlined aria-hidden />
      <b>{texts.import.title}</b>
      <span className="zpd-muted">{texts.import.found(guesses.length)}</span>
      <span className="zpd-confidence" aria-hidden>
        {LEVELS.map((level) => (
          <i key={level} className={`zpd-${level}`} style={{ flex: count(level) }} />
        ))}
      </span>
      <span className="zpd-counts">
        {LEVELS.map((level) => (
          <span key={level}>
            <b className={`zpd-${level}`}>{count(level)}</b> {texts.import[level]}
          </span>
        ))}
      </span>
      {open.slice(0, 2).map((guess) => (
        <button key={guess.path} type="button" className="zpd-guess" onClick={() => go(guess)}>
          {guess.label} → {componentNamed(guess.guess)?.title ?? guess.guess}{' '}
          <b className={`zpd-${sureness(guess)}`}>{Math.round(guess.confidence * 100)}%</b>
        </button>
      ))}
      <span className="zpd-grow" />
      <Button size="small" onClick={() => go(open[0])}>
        {texts.import.walk(open.length)}
      </Button>
      <Button
        size="small"
        type="text"
        icon={<CloseOutlined aria-hidden />}
        aria-label={texts.import.close}
        onClick={close}
      />
    </section>
  )
}
