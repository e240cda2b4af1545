import { Alert } from 'antd'
import { useDesigner } from './state/use-designer.ts'
import { useTexts } from './texts.ts'

/** Why the last edit was not done, until the next one. */
export function Messages() {
  const { refusal, dismiss } = useDesigner()
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
    </div>
  )
}
