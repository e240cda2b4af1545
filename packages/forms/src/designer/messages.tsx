import { Alert } from 'antd'
import { useDesigner } from './state/use-designer.ts'
import { useTexts } from './texts.ts'

/** Why the last edit was not done, or what it left behind, until the next one. */
export function Messages() {
  const { refusal, leftBehind, dismiss } = useDesigner()
  const texts = useTexts()
  return (
    <div role="status" className="zpd-messages">
      {refusal && (
        <Alert
          type="warning"
          showIcon
          closable
          message={texts.refused(refusal.refused, refusal.names)}
          onClose={dismiss}
        />
      )}
      {leftBehind > 0 && (
        <Alert type="info" showIcon closable message={texts.rulesLeft(leftBehind)} onClose={dismiss} />
      )}
    </div>
  )
}
