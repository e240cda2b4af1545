import { opinionsOf } from '../../../paper/opinion-html.ts'
import { useFormView } from '../../form-view-context.ts'
import { pathKey } from '../../path-key.ts'
import type { FieldDescription, ReadProps } from '../field-description.ts'
import { OpinionArticle } from './opinion-article.tsx'
import { OpinionBox, OpinionPreview } from './opinion-box.tsx'

function OpinionCell({ value, path }: ReadProps) {
  const { highlights, layout } = useFormView()
  const key = pathKey(path)
  const opinions = opinionsOf(value)
  const owner = highlights.owners?.[key]
  const isMine = highlights.mine === key
  if (layout === 'stack') {
    return opinions.map((opinion) => <OpinionArticle key={opinion.taskId + opinion.at} opinion={opinion} />)
  }
  return (
    <div className="zp-opinions">
      {opinions.map((opinion) => (
        <OpinionBox key={opinion.taskId + opinion.at} opinion={opinion} />
      ))}
      {isMine && <OpinionPreview opinion={highlights.preview ?? {}} />}
      {!isMine && opinions.length === 0 && owner && <p className="zp-opinion-owner">{owner}</p>}
    </div>
  )
}

/** 意见栏: written by tasks, never by the form. */
export const opinion: FieldDescription = { name: 'Opinion', shape: 'block', Edit: OpinionCell, Read: OpinionCell }
