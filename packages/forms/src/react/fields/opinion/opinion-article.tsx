import { chinaDay } from '../../../components/iso-date.ts'
import type { Opinion } from '../../../paper/opinion.ts'
import { decisionWord } from './decision-words.ts'
import { Seal } from './seal.tsx'

const SEAL = 72

/** One opinion on a narrow screen: who, the decision, the words, the seal. */
export function OpinionArticle({ opinion }: { opinion: Opinion }) {
  const [, month, day] = chinaDay(opinion.at).split('-').map(Number)
  return (
    <article className="zp-opinion-article">
      <header>
        <b>{opinion.unit.name}</b>
        <span className="zp-decision">{decisionWord(opinion.decision)}</span>
      </header>
      {opinion.text && <p>{opinion.text}</p>}
      <footer>
        <span>
          {opinion.signer.name} ·{' '}
          <time dateTime={opinion.at}>
            {month}月{day}日
          </time>
        </span>
        {opinion.seal && <Seal name={opinion.seal.name} size={SEAL} />}
      </footer>
    </article>
  )
}
