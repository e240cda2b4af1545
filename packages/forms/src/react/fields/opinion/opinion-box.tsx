import { chineseDate } from '../../../components/iso-date.ts'
import type { Opinion } from '../../../paper/opinion.ts'
import { opinionText } from '../../../paper/opinion-html.ts'
import { useFormView } from '../../form-view-context.ts'
import { Seal } from './seal.tsx'

/** Diameter of a seal on the sheet, px: 42 mm printed is too large for a box, offices press about 30. */
const SEAL = 112

/** One opinion as it stands on paper: words on top, the signer at the left, the seal over the date at the right. */
export function OpinionBox({ opinion }: { opinion: Opinion }) {
  return (
    <div className={opinion.seal ? 'zp-opinion zp-opinion--sealed' : 'zp-opinion'}>
      <p className="zp-opinion-text">{opinionText(opinion)}</p>
      <OpinionFoot opinion={opinion} />
      {opinion.seal && <Seal name={opinion.seal.name} size={SEAL} />}
    </div>
  )
}

function OpinionFoot({ opinion }: { opinion: Opinion }) {
  const { services } = useFormView()
  return (
    <>
      <div className="zp-opinion-by">
        {opinion.signature && (
          <img
            className="zp-signature-picture"
            src={services.fileUrl(opinion.signature)}
            alt={`${opinion.signer.name}签名`}
          />
        )}
        {opinion.signer.name}
      </div>
      <time className="zp-opinion-date" dateTime={opinion.at}>
        {chineseDate(opinion.at)}
      </time>
    </>
  )
}

/** What the reader is about to write, before it is submitted. */
export function OpinionPreview({ opinion }: { opinion: Partial<Opinion> }) {
  const text = opinionText({ text: '', decision: '', ...opinion })
  return (
    <div className="zp-opinion zp-opinion--preview">
      {text ? (
        <>
          <p className="zp-opinion-text">{text}</p>
          <p className="zp-hint">意见的预览，提交后落笔</p>
        </>
      ) : (
        <p className="zp-hint">等您签署</p>
      )}
      <div className="zp-opinion-by">{opinion.signer?.name}</div>
      {opinion.seal && <span className="zp-opinion-place">（盖章）</span>}
      {opinion.at && (
        <time className="zp-opinion-date" dateTime={opinion.at}>
          {chineseDate(opinion.at)}
        </time>
      )}
    </div>
  )
}
