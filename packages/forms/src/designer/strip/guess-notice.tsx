import { WarningOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { componentNamed } from '../../components/components.ts'
import { type FormNode, nodeOfValue } from '../document/nodes.ts'
import { useDesigner } from '../state/use-designer.ts'
import { useTexts } from '../texts.ts'
import type { ImportReview } from './use-import-review.ts'

/** Over the properties of an imported field: what was guessed, from what, and “that is it”, which leads to the next. */
export function GuessNotice({ node, review }: { node: FormNode; review: ImportReview }) {
  const designer = useDesigner()
  const texts = useTexts()
  const guess = node.valuePath === undefined ? undefined : review.guessOf(node.valuePath)
  if (!guess) return null
  const confirm = () => {
    review.confirm(guess.path)
    const next = review.open.find((other) => other.path !== guess.path)
    const there = next && nodeOfValue(designer.form, next.path)
    if (there) designer.selectNode(there.path)
  }
  return (
    <div className="zpd-notice">
      <WarningOutlined aria-hidden />
      <div>
        {texts.import.guessed(componentNamed(guess.guess)?.title ?? guess.guess, Math.round(guess.confidence * 100))}
        <br />
        {texts.import.from(guess.why)}
        <p>
          <Button size="small" onClick={confirm}>
            {texts.import.confirm}
          </Button>
        </p>
      </div>
    </div>
  )
}
